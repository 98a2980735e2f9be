using System.Text;
using Assay.Formats;
using Assay.Formats.Imports;
using Assay.Formats.Mappings;
using Assay.Formats.Mappings.Tables;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Mappings;

/// <summary>A first mapping that a person corrects.</summary>
public sealed class GuessTests
{
    private static string Samples => Path.Combine(Checkout.Root, "..", "shared", "samples");

    [Theory]
    [InlineData("Shareholder;Company;Percent;Since\nAlpha AG;Beta GmbH;12,5;31.12.2020\nGamma AG;Beta GmbH;50;01.02.2019\n")]
    [InlineData("Gesellschafter;Firma;Anteil in %;Beginn\nAlpha AG;Beta GmbH;12,5;31.12.2020\nGamma AG;Beta GmbH;50;01.02.2019\n")]
    [InlineData("Actionnaire;Société;Pourcentage;Date de début\nAlpha SA;Beta SARL;12,5;31.12.2020\nGamma SA;Beta SARL;50;01.02.2019\n")]
    [InlineData("Акционер;Компания;Доля, %;Дата начала\nАльфа;Бета;12,5;31.12.2020\nГамма;Бета;50;01.02.2019\n")]
    [InlineData("Accionista;Sociedad;Participación;Fecha de inicio\nAlpha SA;Beta SL;12,5;31.12.2020\nGamma SA;Beta SL;50;01.02.2019\n")]
    public void Stakes_are_told_by_the_names_of_columns_in_several_languages(string text)
    {
        var made = MappedRows.OfText(text, Guess("holdings.csv", text));
        Assert.Empty(made.Problems);
        Assert.Equal(["12.5", "50"], made.Rows.Where(row => row.Table.Name == "stakes").Select(row => row.Cells[2]));
        Assert.Equal(["2020-12-31", "2019-02-01"], made.Rows.Where(row => row.Table.Name == "stakes").Select(row => row.Cells[7]));
        Assert.Equal(3, made.Rows.Count(row => row.Table.Name == "entities"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void What_stands_between_cells_is_found_in_text_of_two_bytes_a_letter(string encoding)
    {
        const string Text = "Акционер;Эмитент;Доля, %\nООО Ромашка;АО Лютик;12,5\nООО Василёк;АО Лютик;50\n";
        var code = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. code.GetPreamble(), .. code.GetBytes(Text)];
        var made = MappedRows.OfBytes(bytes, MappingGuess.Of([new ImportFile("table.csv", () => new MemoryStream(bytes))], out _), "table.csv");
        Assert.Equal(["12.5", "50"], made.Rows.Where(row => row.Table.Name == "stakes").Select(row => row.Cells[2]));
    }

    [Fact]
    public void A_letter_that_is_cut_where_the_look_ahead_ends_is_no_damage()
    {
        var text = "Владелец;Фирма;Доля\n" + string.Concat(Enumerable.Range(0, 4000).Select(i => $"Ромашка {i};Лютик;5\n"));
        foreach (var pad in (string[])["", "x"])
        {
            var problems = new List<Problem>();
            using var cursor = new TextTable(() => new MemoryStream(Encoding.UTF8.GetBytes(pad + text))) { Name = "t", File = "t.csv" }.Open(new TextDialect { Encoding = TextEncodings.Find("utf-8") }, problems.Add);
            Assert.Equal([$"{pad}Владелец", "Фирма", "Доля"], cursor.Columns);
            Assert.Empty(problems);
        }
    }

    [Fact]
    public void Days_and_months_that_cannot_be_told_apart_are_marked()
    {
        var guess = Guess("holdings.csv", "Owner,Company,Share,From\na ltd,b ltd,5,01/02/2020\n");
        Assert.Contains("# dates: [dd/MM/yyyy]   # MM/dd/yyyy fits as well", guess, StringComparison.Ordinal);
    }

    [Fact]
    public void Fractions_are_not_taken_for_percent()
    {
        const string Text = "Owner,Company,Share\na ltd,b ltd,0.25\nc ltd,b ltd,0.75\nd ltd,e ltd,1\n";
        var made = MappedRows.OfText(Text, Guess("holdings.csv", Text));
        Assert.All(made.Rows.Where(row => row.Table.Name == "stakes"), row => Assert.Equal(("", "0", "100"), (row.Cells[2], row.Cells[3], row.Cells[4])));
        Assert.Contains("fractions of 1", Guess("holdings.csv", Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Company,Owner,Shares held,Total shares\nb ltd,a ltd,60,1000\nb ltd,c ltd,40,1000\n", "Shares held")]
    [InlineData("Company,Shareholder,Number of shares\nb ltd,a ltd,60\nb ltd,c ltd,\"1,234\"\n", "Number of shares")]
    [InlineData("Company,Owner,Shares\nb ltd,a ltd,60\nb ltd,c ltd,40\n", "Shares")]
    [InlineData("Company,Owner,Stake,Issued\nb ltd,a ltd,60,100\nb ltd,c ltd,40,100\n", "Stake")]
    [InlineData("Компания;Акционер;Количество акций\nб;а;60\nб;в;40\n", "Количество акций")]
    [InlineData("Firma;Aktionär;Anzahl Aktien\nb ag;a ag;60\nb ag;c ag;40\n", "Anzahl Aktien")]
    public void Counts_of_shares_are_not_taken_for_percent(string text, string column)
    {
        var guess = Guess("holdings.csv", text);
        Assert.All(MappedRows.OfText(text, guess).Rows.Where(row => row.Table.Name == "stakes"), row => Assert.Equal(("", "0", "100"), (row.Cells[2], row.Cells[3], row.Cells[4])));
        Assert.Contains($"{column} counts shares, it seems", guess, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Company,Owner,Shares held,Total shares,Percent\nb ltd,a ltd,60,1000,6\n", "6", "shares")]
    [InlineData("Company,Owner,Shares held,Total shares,Percent of votes\nb ltd,a ltd,60,1000,6\n", "6", "votes")]
    [InlineData("Company,Owner,Shares (%)\nb ltd,a ltd,60\n", "60", "shares")]
    [InlineData("Company,Owner,Stake held\nb ltd,a ltd,60.5\nc ltd,a ltd,7\n", "60.5", "shares")]
    [InlineData("Company,Owner,Shares\nb ltd,a ltd,60%\n", "60", "shares")]
    [InlineData("Company,Owner,Share\nb ltd,a ltd,60\n", "60", "shares")]
    public void Percent_is_taken_where_it_is_said(string text, string share, string interest)
    {
        var row = MappedRows.OfText(text, Guess("holdings.csv", text)).Rows.First(row => row.Table.Name == "stakes");
        Assert.Equal((share, interest), (row.Cells[2], row.Cells[5]));
    }

    [Theory]
    [InlineData("Status", "closed", "cancelled", "planned", "")]
    [InlineData("Status", "active", "closed", "", "a ltd")]
    [InlineData("{x} s: status", "active", "pending", "active", "a ltd|d ltd")]
    [InlineData("Zustand", "gelöscht", "aktiv?", "ruhend", "")]
    public void What_a_status_does_not_say_to_hold_is_left_out_until_somebody_says(string name, string one, string two, string three, string owners)
    {
        var text = $"Company,Owner,Percent,{name}\nb ltd,a ltd,60,{one}\nb ltd,c ltd,10,{two}\nb ltd,d ltd,10,{three}\n";
        var guess = Guess("holdings.csv", text);
        var made = MappedRows.OfText(text, guess);
        Assert.Empty(made.Problems);
        var stakes = made.Rows.Where(row => row.Table.Name == "stakes").Select(row => row.Cells[0]).ToList();
        Assert.Equal(made.Rows.Where(row => row.Table.Name == "entities" && owners.Split('|').Contains(row.Cells[2])).Select(row => row.Cells[0]).Order(), stakes.Order());
        Assert.Contains("# which values say that it is so?", guess, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: b,\"c\"\"d\",# e,'f\n1,2,3,4\n")]
    [InlineData("{x},}y,- z,? \n1,2,3,4\n")]
    [InlineData("true,null,~,\u0001\nx,y,z,w\n")]
    [InlineData("name\n\"x\ny: z\"\n")]
    [InlineData("{a,b\nx,y\n")]
    [InlineData(",,\n1,2,3\n")]
    [InlineData("same,same,value\na,b,1\n")]
    public void Any_name_of_a_column_makes_a_mapping_that_is_read(string text) => MappedRows.Read(Guess("odd.csv", text));

    [Fact]
    public void Tables_that_lie_beside_the_checkout_are_all_read_by_what_is_guessed()
    {
        Assert.SkipUnless(Directory.Exists(Samples), "The samples are not part of the checkout.");
        var files = Directory.GetFiles(Path.Combine(Samples, "frictionless", "examples"), "datapackage.json", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Samples, "ftm"), "*.csv", SearchOption.AllDirectories)).Concat(Directory.GetFiles(Path.Combine(Samples, "polis"), "*.csv", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count >= 8);
        foreach (var file in files)
        {
            var guess = MappingGuess.Of(ImportFile.At(file, () => Stream.Null), out var unread);
            // One of the packages comes without its data: there is nothing to guess.
            if (file.Contains($"{Path.DirectorySeparatorChar}inflation{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                Assert.Equal(["missing-file", "missing-file"], unread.Select(problem => problem.Code));
                continue;
            }
            Assert.Empty(unread);
            var made = MappedRows.OfFile(file, MappedRows.Read(guess));
            Assert.True(made.Problems.Count == 0, $"{file}: {string.Join('\n', made.Problems.Take(5))}\n{guess}");
            Assert.True(made.Rows.Count > 0, $"{file} gives no row:\n{guess}");
        }
    }

    [Fact]
    public void Foreign_keys_that_lead_out_of_a_package_are_told()
    {
        Assert.SkipUnless(Directory.Exists(Samples), "The samples are not part of the checkout.");
        var file = Path.Combine(Samples, "frictionless", "examples", "donations", "datapackage.json");
        var made = MappedRows.OfFile(file, MappedRows.Read(MappingGuess.Of(ImportFile.At(file, () => Stream.Null), out _)));
        Assert.Contains(made.Skips, skip => skip.What.StartsWith("foreign keys into another package", StringComparison.Ordinal));
    }

    [Fact]
    public void The_command_guesses_checks_and_imports()
    {
        using var folder = new TemporaryFolder();
        var table = folder.Write("holdings.csv", "Owner,Company,Share,Since\nAlpha Ltd,Beta Ltd,60,2019\nGamma Ltd,Beta Ltd,>25,2020\n"u8);
        var guess = InProcessRun.Of("import", "table", table, "--guess");
        Assert.Equal(0, guess.ExitCode);
        var map = folder.Write("map.yaml", Encoding.UTF8.GetBytes(guess.Output));
        Assert.Equal(0, InProcessRun.Of("import", "table", "--map", map, "--check").ExitCode);
        var run = InProcessRun.Of("import", "table", table, "--map", map, "--into", folder["pack"]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains(">25", File.ReadAllText(Path.Combine(folder["pack"], "stakes.csv")), StringComparison.Ordinal);
        File.WriteAllText(map, guess.Output.Replace("interest:", "interst:", StringComparison.Ordinal));
        var check = InProcessRun.Of("import", "table", "--map", map, "--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Matches(@"map\.yaml:\d+:\d+ unknown-column: 'interst' of stakes, .*perhaps 'interest' is meant", check.Output);
        Assert.Equal(4, InProcessRun.Of("import", "table", table, "--map", map, "--into", folder["other"]).ExitCode);
        Assert.False(Directory.Exists(folder["other"]));
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--check", "--guess")]
    [InlineData("--guess", "--map", "x.yaml")]
    [InlineData("--into", "pack")]
    public void Options_that_do_not_go_together_are_refused(params string[] options) => Assert.Equal(2, InProcessRun.Of(["import", "table", .. options]).ExitCode);

    private static string Guess(string name, string text)
    {
        var guess = MappingGuess.Of([new ImportFile(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)))], out _);
        return guess;
    }
}
