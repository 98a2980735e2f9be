using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Tests.Cases;
using Xunit;

namespace Assay.Tests.Claims;

/// <summary>The same article, evidence and rules give the same result, in whatever order the rows stand.</summary>
public sealed class DeterminismTests
{
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");

    public static IEnumerable<TheoryDataRow<string>> Articles() =>
        Directory.GetFiles(Checkout.PathOf("examples"), "*.txt").Concat(Directory.GetFiles(Checkout.PathOf("tests", "Assay.Tests", "HeldOut", "articles"), "*.txt"))
            .Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string>(Path.GetRelativePath(Checkout.Root, file)));

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_same_article_gives_the_same_bytes(string file) => Assert.Equal(
        Bytes(new Assayer(EvidencePack.Embedded(), RuleFiles.Default), file), Bytes(new Assayer(EvidencePack.Embedded(), RuleFiles.Default), file));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_rows_changes_no_verdict(int seed)
    {
        var evidence = EvidencePack.Embedded();
        Same(evidence, new EvidenceSnapshot(evidence.Packs, Shuffled(evidence.Statements, new Random(seed)), evidence.Sources));
    }

    [Fact]
    public void The_order_of_packs_changes_no_verdict()
    {
        var evidence = EvidencePack.Embedded();
        Same(evidence, new EvidenceSnapshot(evidence.Packs.Reverse(), evidence.Statements.GroupBy(row => row.Place.File).Reverse().SelectMany(file => file), evidence.Sources));
    }

    private static void Same(EvidenceSnapshot evidence, EvidenceSnapshot other)
    {
        var (here, there) = (new Assayer(evidence, RuleFiles.Default), new Assayer(other, RuleFiles.Default));
        Assert.All(Articles(), file => Assert.Equal(Verdicts(here, file.Data), Verdicts(there, file.Data)));
    }

    /// <summary>All rows in another order, but those of measures: of several for one figure the first is the one that sums use.</summary>
    private static ImmutableArray<Statement> Shuffled(ImmutableArray<Statement> rows, Random random)
    {
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Where(row => row is not Measure), .. rows.OfType<Measure>()];
    }

    private static ImmutableArray<string> Verdicts(Assayer assayer, string file) =>
        [.. assayer.Check(Read(file), Read(file).Date ?? Day).Findings.Select(finding => $"{finding.Claim.Quote}: {CaseWords.Of(finding.Claim)}: {CaseWords.Of(finding.Answer)}: {finding.Verdict}")];

    private static byte[] Bytes(Assayer assayer, string file)
    {
        using var stream = new MemoryStream();
        CheckedArticleJson.Write(stream, assayer.Check(Read(file), Read(file).Date ?? Day));
        return stream.ToArray();
    }

    private static Article Read(string file) => Article.FromText(File.ReadAllText(Checkout.PathOf(file)));
}
