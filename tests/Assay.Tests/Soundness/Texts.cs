using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Articles;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Questions;

namespace Assay.Tests.Soundness;

/// <summary>The articles of <c>examples/</c> and, where they are at hand, those used in development, checked against the packs that come with the program.</summary>
internal static class Texts
{
    // An article that does not tell its date is checked as of the seed article's.
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");

    public static EvidenceSnapshot Evidence { get; } = EvidencePack.Embedded();

    public static ImmutableArray<Article> Articles { get; } =
    [
        .. Directory.GetFiles(Checkout.PathOf("examples"), "*.txt").Order(StringComparer.Ordinal).Concat(Checkout.DevelopmentArticles()).Select(ArticleFile.Read),
    ];

    public static ImmutableArray<CheckedArticle> Checked { get; } = [.. Articles.Select(article => Check(new Assayer(Evidence, RuleFiles.Default), article))];

    /// <summary>Every question asked of the record, once, with its answer.</summary>
    public static ImmutableArray<CheckedReading> Asked { get; } =
    [
        .. Checked.SelectMany(article => article.Findings).SelectMany(finding => finding.Readings)
            .Where(reading => reading.Reading.Question is not Question.Open).DistinctBy(reading => (reading.Reading.Text, reading.Answer.Text, reading.Answer.Proof.AllSteps().Count())),
    ];

    /// <summary>Every row that a proof cites, with the questions whose proofs do.</summary>
    public static IEnumerable<(Statement Row, ImmutableArray<CheckedReading> Questions)> Cited => Asked
        .SelectMany(reading => reading.Answer.Proof.AllRows().Select(row => (row, reading))).GroupBy(pair => pair.row.Id)
        .Select(group => (group.First().row, group.Select(pair => pair.reading).ToImmutableArray()));

    public static CheckedArticle Check(Assayer assayer, Article article) => assayer.Check(article, article.Date ?? Day);

    public static Answerer AnswererOf(EvidenceSnapshot record) => new(record, RuleFiles.Default.Wording);
}
