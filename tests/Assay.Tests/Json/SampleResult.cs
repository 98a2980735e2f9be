using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Questions;

namespace Assay.Tests.Json;

/// <summary>A checked article made by hand, with every shape of answer and of step.</summary>
internal static class SampleResult
{
    private static readonly EntityId Northland = new("northland");

    private static readonly Entity Row = new()
    {
        Id = new StatementId("entities/northland"), EntityId = Northland, Kind = EntityKind.State, Name = "Northland",
        Sources = [new SourceId("gazette"), new SourceId("lost")], Place = new RowPlace("hills", "entities.csv", 2),
    };

    public static CheckedArticle Create()
    {
        var article = Article.FromText("Title: Өз таулары\nURL: https://example.org/?a=1&b=2\nDate: 2024-05\n\n\"Northland\" </script> owns «a third» & 😀 more.");
        Answer[] answers =
        [
            new Answer.Decided(true) { Text = "Yes.", Proof = Proof() },
            new Answer.Interval(new Bounds(25.500m, 30m), "%") { Text = "25.5 to 30 %", Proof = Proof() },
            new Answer.Names([Northland, new EntityId("southland")], IsComplete: false) { Text = "Two.", Proof = Proof() },
            new Answer.Placed(1, 3, "hills by height") { Text = "First to third.", Proof = Proof() },
            new Answer.Unknown(["who owns the rest"]) { Text = "The record is silent.", Proof = Proof() },
        ];
        return new CheckedArticle
        {
            Article = article with { Language = "en" },
            Evidence = new EvidenceSnapshot(
                [new PackVersion("hills", "Hills", "1.0", new string('a', 64))], [Row],
                [new Source(new SourceId("gazette"), "The Gazette", "Hills of the year", PartialDate.Parse("2024")) { Url = "https://example.org/hills" }]),
            AsOf = article.Date,
            Findings = [.. answers.Select((answer, i) => Finding(article, answer, i))],
            NotCheckable = [new NotCheckable("n1", article.Body, article.Quote(article.Body), "too-vague")],
            Coverage = new Coverage(1, 0, []),
        };
    }

    private static Finding Finding(Article article, Answer answer, int i)
    {
        var days = PartialDate.Parse("2024-05").Days;
        var question = new Question.Open { When = days, Kind = ClaimKind.Event, Text = "?", Why = "none" };
        var reading = new CheckedReading(new Reading([new Choice("more", "more than half", "this test's")], question, "Does it?", IsMinor: false), answer, Verdict.Supported);
        var finding = new Finding
        {
            Claim = new Claim
            {
                Id = $"c{i + 1}", Span = article.Body, Quote = article.Quote(article.Body), Kind = (ClaimKind)i, Stance = (Stance)(i % 4),
                Content = new Content.Open("?"), Expects = new Expectation.YesNo(true), Time = new ClaimTime(i == 0 ? null : days, "now", IsStated: false),
                Frame = "sample", Also = [new TextSpan(0, 5)],
            },
            Readings = [reading], Verdict = (Verdict)(i % 4), Leading = reading, Justification = "Because.", Weak = [Row.Id], Sensitivity = i == 0 ? null : WhatWouldChange,
        };
        return i % 2 == 0 ? finding : finding with
        {
            Later = new LaterVerdict { AsOf = PartialDate.Parse("2026"), Finding = finding, Rows = [Row], Cause = (LaterCause)(i % 4), Text = "Otherwise later." },
            Picked = new PickedPeriod([new OtherYear(days, finding)], "Only then."),
        };
    }

    private static Sensitivity WhatWouldChange { get; } = new(
        [
            new Flip { Kind = FlipKind.Figure, Row = Row, Changed = Row, Column = "share_pct", From = "20", To = "31.2", Unit = "%", Size = 0.56m, Verdict = Verdict.Refuted, Text = "if it were 31.2 % instead of 20 %" },
            new Flip { Kind = FlipKind.Addition, Row = null, Changed = Row, Verdict = Verdict.NotEnoughEvidence, Text = "if it stood in the record" },
        ],
        [
            new MissingRow { Table = "stakes", Object = Northland, Period = "2024", Text = "who holds the rest", Decides = Decides.WithOthers },
            new MissingRow { Table = "", Text = "something", Decides = Decides.Untried },
        ]);

    private static ProofStep Proof()
    {
        StepValue[] values =
        [
            new StepValue.Truth(Truth.True), new StepValue.Truth(Truth.Unknown), new StepValue.Figure(new Bounds(1.10m, 2m), "%"), new StepValue.Place(1, 2),
            new StepValue.Named(Northland), new StepValue.Named(null),
        ];
        return new ProofStep
        {
            Rule = ProofRule.Silent, Text = "The whole.", Value = new StepValue.Truth(Truth.False), Rows = [Row],
            Inputs = [.. values.Select(value => new ProofStep { Rule = ProofRule.Silent, Text = "A part.", Value = value })],
        };
    }
}
