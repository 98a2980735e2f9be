using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Assay.Tests.Answers;
using Xunit;

namespace Assay.Tests.Imports;

/// <summary>A register brings firms with the names of what packs made by hand know as something else.</summary>
public sealed class StrangersTests
{
    private const string Text = "On 1 June 2024, Chevron owned 50% of Tengiz.";

    [Fact]
    public void A_firm_of_a_register_takes_no_name_from_a_field()
    {
        var known = Verdicts(SeedRecord.Evidence);
        Assert.Equal([Verdict.Supported], known);
        Assert.Equal(known, Verdicts(SeedRecord.Evidence.Add(Firm("Foo Gas LLC", "Tengiz"))));
    }

    [Fact]
    public void Of_two_firms_of_one_name_neither_is_taken() =>
        Assert.DoesNotContain(Verdicts(SeedRecord.Evidence.Add(Firm("Chevron", "Chevron Trading"))), verdict => verdict != Verdict.NotEnoughEvidence);

    private static Verdict[] Verdicts(EvidenceSnapshot evidence) => [.. new Assayer(evidence, RuleFiles.Default).Check(Article.FromText(Text) with { Date = PartialDate.Parse("2024-07-01"), Language = "en" }).Findings.Select(finding => finding.Verdict)];

    private static Entity Firm(string name, string alias) => new()
    {
        Id = new("entities/stranger"), Sources = [new("s")], Place = new RowPlace("register", "entities.csv", 2) { IsImported = true },
        EntityId = new("stranger"), Kind = EntityKind.Company, Name = name, Aliases = [new Alias(alias, false)],
    };
}
