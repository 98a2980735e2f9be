using System.Text;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Articles;
using Assay.Formats.Json;
using Assay.Formats.Packs;
using Assay.Formats.Records;
using Assay.Formats.Rules;
using Assay.Records;
using Xunit;

namespace Assay.Tests.Registers;

/// <summary>The packs that come with the program give the same answers when their rows lie in registers.</summary>
public sealed class RegisterAnswersTests : IDisposable
{
    private static readonly string[] Packs = ["world", "kazakhstan"];
    private static readonly DateOnly Today = new(2025, 11, 1);

    private readonly RegisterFolder _folder = new();
    private readonly LoadedRecord _csv;
    private readonly LoadedRecord _register;

    public RegisterAnswersTests()
    {
        foreach (var pack in Packs)
        {
            var from = Checkout.PathOf("packs", pack);
            var (csv, register) = (Directory.CreateDirectory(_folder[$"csv/{pack}"]).FullName, Directory.CreateDirectory(_folder[$"register/{pack}"]).FullName);
            foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(csv, Path.GetFileName(file)));
            File.Copy(Path.Combine(from, "datapackage.json"), Path.Combine(register, "datapackage.json"));
            RegisterFolder.Write(register, RegisterFolder.RowsOf(from), TestContext.Current.CancellationToken);
        }
        _csv = new LoadedRecord(EvidencePack.Load(_folder["csv"]), RuleFiles.Default);
        _register = new LoadedRecord(EvidencePack.Load(_folder["register"]), RuleFiles.Default);
        Assert.Equal(2, _register.Evidence.Stores.Length);
        Assert.Empty(_register.Evidence.Held);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_example_is_checked_alike()
    {
        foreach (var file in Directory.GetFiles(Checkout.PathOf("examples"), "*.txt"))
        {
            var article = ArticleFile.Read(file);
            Assert.Equal(Json(_csv.Assayer.Check(article)), Json(_register.Assayer.Check(article)));
        }
    }

    [Fact]
    public void What_would_change_a_finding_is_the_same()
    {
        var article = ArticleFile.Read(Checkout.PathOf("examples", "oil-in-whose-hands.txt"));
        var (csv, register) = (_csv.Assayer.Check(article), _register.Assayer.Check(article));
        foreach (var (one, other) in csv.Findings.Zip(register.Findings))
        {
            var (expected, actual) = (_csv.Sensitivity.Of(one), _register.Sensitivity.Of(other));
            Assert.Equal(expected.Flips.Select(flip => flip.ToString()), actual.Flips.Select(flip => flip.ToString()));
        }
    }

    public static TheoryData<string> Questions => ["own kashagan", "own kz", "own kazatomprom", "members csto", "members eu", "rank uranium", "rank oil", "ties kz cn", "ties kz ru", "agreements kz", "routes oil kz", "ask Is Kazakhstan a member of the CSTO?", "ask Most of Kashagan belongs to China."];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_is_answered_alike(string question) => Assert.Equal(Asked(_csv, question), Asked(_register, question));

    [Fact]
    public void All_that_speaks_of_an_entity_is_found()
    {
        foreach (var entity in _csv.Evidence.Entities.Where((_, at) => at % 7 == 0))
            Assert.Equal(Sorted(Formats.Rows.RowsCsv.OfEntity(_csv.Evidence, entity.EntityId)), Sorted(Formats.Rows.RowsCsv.OfEntity(_register.Evidence, entity.EntityId)));

        static IEnumerable<string> Sorted(string csv) => csv.Split('\n').Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_register_is_followed_and_listed()
    {
        var live = new LiveRecord([_folder["register"]], null, TimeProvider.System);
        var before = live.Current.Evidence.Count;
        RegisterFolder.Write(_folder["register/kazakhstan"], RegisterFolder.RowsOf(Checkout.PathOf("packs", "kazakhstan")).Where(row => row.Table != "routes"), TestContext.Current.CancellationToken);
        Assert.NotEqual(before, live.Refresh().Evidence.Count);
        Assert.Null(live.Broken);
    }

    private static string Asked(LoadedRecord record, string question)
    {
        var words = question.Split(' ');
        var asked = record.Asked(DayRange.On(Today), Today);
        var view = words[0] switch
        {
            "own" => asked.Own(words[1], null, null),
            "members" => asked.Members(words[1]),
            "rank" => asked.Rank(words[1]),
            "ties" => asked.Ties(words[1], words[2], new PartialDate(2015)),
            "agreements" => asked.Agreements(words[1], null, null),
            "routes" => asked.Routes(words[1], words[2]),
            _ => asked.Ask(question["ask ".Length..]),
        };
        using var bytes = new MemoryStream();
        RecordViewJson.Write(bytes, view, withProofs: true);
        return Plain(record.Evidence, bytes);
    }

    private static string Json(CheckedArticle result)
    {
        using var bytes = new MemoryStream();
        CheckedArticleJson.Write(bytes, result);
        return Plain(result.Evidence, bytes);
    }

    // The hash of a pack is that of its files, which are other files.
    private static string Plain(EvidenceSnapshot evidence, MemoryStream bytes) =>
        evidence.Packs.Aggregate(Encoding.UTF8.GetString(bytes.ToArray()), (text, pack) => text.Replace(pack.Sha256, pack.Name, StringComparison.Ordinal));
}
