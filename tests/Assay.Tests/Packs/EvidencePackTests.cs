using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Lint;
using Xunit;

namespace Assay.Tests.Packs;

public sealed class EvidencePackTests
{
    private static readonly EvidenceSnapshot s_evidence = EvidencePack.Embedded();

    [Fact]
    public void The_packs_of_the_project_are_embedded_and_each_comes_after_those_it_builds_on()
    {
        Assert.Equal(["world", "kazakhstan", "dr-congo"], s_evidence.Packs.Select(p => p.Name));
        Assert.All(s_evidence.Packs, p => Assert.Matches("^[0-9a-f]{64}$", p.Sha256));
        Assert.All(s_evidence.Packs, p => Assert.Matches(@"^\d{4}\.\d+\.\d+$", p.Version));
    }

    [Fact]
    public void The_packs_of_the_project_have_no_problems() =>
        Assert.Empty(PackLint.Check(Path.Combine(Repository.Root, "packs")).Select(p => p.ToString()));

    [Fact]
    public void The_embedded_packs_are_those_of_the_folder()
    {
        var folder = EvidencePack.Load(Path.Combine(Repository.Root, "packs"));
        Assert.Equal(s_evidence.Packs, folder.Packs);
        Assert.Equal(s_evidence.Statements.Select(s => s.Id), folder.Statements.Select(s => s.Id));
    }

    [Fact]
    public void Every_row_but_a_proposition_has_a_source_that_is_there() =>
        Assert.All(s_evidence.Statements.Where(s => s is not Proposition), row =>
        {
            Assert.NotEmpty(row.Sources);
            Assert.All(row.Sources, s => Assert.NotNull(s_evidence.Source(s)));
        });

    [Fact]
    public void Every_place_leads_to_the_line_that_begins_the_row()
    {
        foreach (var entity in s_evidence.Entities.Where(e => e.Place.Pack == "kazakhstan"))
        {
            var line = File.ReadLines(Path.Combine(Repository.Root, "packs", "kazakhstan", entity.Place.File)).ElementAt(entity.Place.Line - 1);
            Assert.StartsWith(entity.EntityId + ",", line, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("entities/kz")]
    [InlineData("memberships/kz/csto")]
    [InlineData("stakes/inpex/kashagan/2008-10-31")]
    [InlineData("stakes/inpex/kashagan/seen-2008-01")]
    [InlineData("agreements/kz-gb-military-plan-2025-2026")]
    [InlineData("measures/kz/crude-oil-production/2024")]
    [InlineData("measures/kashagan/crude-oil-production/2024/kz")]
    [InlineData("measures/kz/uranium-production/2023/world~2")]
    [InlineData("parts/kz/crude-oil-production/2024/kashagan")]
    [InlineData("rankings/uranium-companies-2023-uxc/kazatomprom")]
    [InlineData("routes/crude-oil/kz/cpc/novorossiysk/2025")]
    public void A_statement_is_known_by_its_table_and_key(string id) => Assert.NotNull(s_evidence.Statement(new StatementId(id)));

    [Fact]
    public void Rival_figures_keep_their_order_and_the_first_is_that_of_sums()
    {
        var output = s_evidence.Measures(new EntityId("kz"), "uranium-production").Where(m => m.Period == Period.Year(2023));
        Assert.Equal([21109m, 21112m, 20900m], output.Select(m => m.Central));
    }

    [Fact]
    public void A_metonym_is_told_from_a_name()
    {
        var aliases = s_evidence.Entity(new EntityId("gb"))!.Aliases;
        Assert.Contains(new Alias("London", true), aliases);
        Assert.DoesNotContain(new Alias("London", false), aliases);
    }

    [Fact]
    public void One_limit_of_a_stake_leaves_the_other_at_the_end_of_the_scale()
    {
        using var pack = new SmallPack();
        pack.Replace("stakes.csv", "salt-co,,60,65", "salt-co,,60,").Replace("stakes.csv", "lm-co,salt-co,25,,", "lm-co,salt-co,,,40");
        var stakes = EvidencePack.Load(pack.Write()).StakesIn(new EntityId("salt-co"));
        Assert.Equal([new Bounds(75, 75), new Bounds(60, 100), new Bounds(0, 40)], stakes.Select(s => s.Share));
        Assert.Equal([75m, null, null], stakes.Select(s => s.Central));
    }

    [Fact]
    public void A_floor_keeps_the_figure_as_printed_and_is_weak()
    {
        using var pack = new SmallPack();
        pack.Append("measures.csv", "lm,salt-production,2020,7,,,Mt,lm,floor,s1,");
        var floor = Assert.Single(EvidencePack.Load(pack.Write()).Measures(new EntityId("lm"), "salt-production"));
        Assert.Equal((Bounds.Exactly(7), RowStatus.Floor, true), (floor.Value, floor.Status, floor.IsWeak));
    }

    [Fact]
    public void A_pack_of_the_users_is_added_and_one_of_the_same_name_replaces_ours()
    {
        using var added = new SmallPack();
        using var replacing = new SmallPack("kazakhstan");
        var evidence = EvidencePack.LoadAll([added.Write()]);
        Assert.Equal(["world", "dr-congo", "kazakhstan", "small"], evidence.Packs.Select(p => p.Name).OrderByDescending(n => n == "world").ThenBy(n => n, StringComparer.Ordinal));
        Assert.Equal("Great Pit", evidence.NameOf(new EntityId("pit")));

        replacing.Write();
        evidence = EvidencePack.LoadAll([replacing.Neighbourhood]);
        Assert.Equal("Small", evidence.Packs.Single(p => p.Name == "kazakhstan").Title);
        Assert.Null(evidence.Entity(new EntityId("kashagan")));
    }

    [Fact]
    public void A_broken_pack_is_refused_with_everything_that_is_wrong()
    {
        using var pack = new SmallPack();
        pack.Replace("stakes.csv", "derived", "guessed").Replace("routes.csv", "s1", "s2");
        var error = Assert.Throws<InvalidDataFileException>(() => EvidencePack.Load(pack.Write()));
        Assert.Equal(["unknown-id", "bad-word"], error.Problems.Select(p => p.Code));
    }

    [Fact]
    public void The_hash_changes_with_any_byte_of_a_table_and_with_nothing_else()
    {
        using var pack = new SmallPack();
        var before = Assert.Single(EvidencePack.Load(pack.Write()).Packs).Sha256;
        File.WriteAllText(Path.Combine(pack.Folder, "README.md"), "Notes.");
        Assert.Equal(before, Assert.Single(EvidencePack.Load(pack.Folder).Packs).Sha256);
        pack.Replace("sources.csv", "Who owns the salt", "Who owns all the salt");
        Assert.NotEqual(before, Assert.Single(EvidencePack.Load(pack.Write()).Packs).Sha256);
    }

    [Fact]
    public void A_cell_may_hold_commas_quotes_and_line_breaks()
    {
        using var pack = new SmallPack();
        pack.Append("sources.csv", "s2,\"A, \"\"B\"\"\nand C\",Title,,,news").Append("sources.csv", "s3,D,Title,,,news");
        pack.Replace("routes.csv", "s1", "s2|s3");
        var evidence = EvidencePack.Load(pack.Write());
        Assert.Equal("A, \"B\"\nand C", evidence.Source(new SourceId("s2"))!.Publisher);
        pack.Append("sources.csv", "s4,D,,,,news");
        Assert.Contains(pack.Lint(), p => p is { Code: "empty-cell", Line: 6, Column: 6 });
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_are_read()
    {
        using var pack = new SmallPack();
        foreach (var file in Directory.GetFiles(pack.Write(), "*.csv").Select(f => Path.GetFileName(f)!)) pack[file] = "\uFEFF" + pack[file]!.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Empty(pack.Lint());
        pack.Replace("stakes.csv", "derived", "guessed");
        Assert.Contains(pack.Lint(), p => p is { Code: "bad-word", Line: 3, Column: 26 });
    }
}
