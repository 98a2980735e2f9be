using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Questions;
using static Assay.Tests.Publishing.SampleRecord;

namespace Assay.Tests.Publishing;

/// <summary>A checked article made by hand, with every verdict and every case of answer, spans that nest, overlap and repeat, and hostile words.</summary>
internal static class SampleArticle
{
    public const string Title = "Who <really> owns Norland?";
    private const string Text = """
        Norland remains a member of the Northern League, the Southern Union and the Pact of Mutual Help. That will never change.
        Two-thirds of Norland's oil already belongs to Sudmark. In fact two-thirds of Norland's oil already belongs to Sudmark, or so they say at Deep Field, where about a quarter of every barrel goes to Boreal Oil.

        Why did Sudmark, which was behind the unrest, send "advisers"? <script>alert('article')</script> Uplands Metal is the largest metal company in the world. Don't mistake it as belonging to Norland.
        The "partnership" was signed by ‮dnalmuS‬ in Port Sud; it reaches thirty per cent of exports. Averyveryverylongwordwithoutanybreakthatwouldrunoutofitscolumnifnothingheldit_averyveryverylongwordwithoutanybreak.
        """;

    private static readonly DayRange AtDate = PartialDate.Parse("2025-06-17").Days;

    /// <summary>The sample.</summary>
    public static CheckedArticle Checked { get; } = Make(PartialDate.Parse("2025-06-17"));

    /// <summary>The sample where the date is not known.</summary>
    public static CheckedArticle Undated { get; } = Make(null);

    private static CheckedArticle Make(PartialDate? date) => new()
    {
        Article = new Article
        {
            Text = Text, Body = new TextSpan(0, Text.Length), Title = Title, Author = "A. \"Quill\" Writer", Publisher = "The Sudmark Courier", Date = date,
            Url = "https://courier.example/who-owns?x=1&y=\"2\"", Disclaimer = "The author's <i>own</i> view.", Language = "en",
        },
        Evidence = SampleRecord.Evidence,
        AsOf = date,
        Findings = [Membership(), Union(), TwoThirds(), Quarter(), Unrest(), Largest(), Belonging(), Partnership(), Exports(), Owners()],
        Coverage = new Coverage(9, 3, [new TextSpan(0, 5)]),
        NotCheckable =
        [
            Passage("n1", "That will never change", "forecast"), Passage("n2", "or so they say at Deep Field", "too-vague"),
            Passage("n3", "send \"advisers\"", "opinion"), Passage("n4", "alert('article')", "metaphor"),
        ],
    };

    private static Finding Membership() => Found(
        Claim("c1", "Norland remains a member of the Northern League", ClaimKind.Membership, new Expectation.YesNo(true)),
        "Is Norland a member of the Northern League?", Verdict.Supported, "Norland has been a member of the Northern League since 6 July 1998.",
        new Answer.Decided(true) { Text = "Yes, since 6 July 1998.", Proof = Step("Norland is a member on the date", new StepValue.Truth(Truth.True), [Member]) }) with { Later = Left() };

    private static Finding Union() => Found(
        Claim("c2", "Norland remains a member of the Northern League, the Southern Union", ClaimKind.Membership, new Expectation.YesNo(true)),
        "Is Norland a member of the Southern Union?", Verdict.NotEnoughEvidence, "The record has no list of the members of the Southern Union.",
        new Answer.Unknown(["the members of the Southern Union", "its founding act"]) { Text = "The record is silent.", Proof = Step("No row bears on it", new StepValue.Truth(Truth.Unknown)) });

    private static LaterVerdict Left() => new()
    {
        AsOf = PartialDate.Parse("2026-11-22"), Cause = LaterCause.Alone, Rows = [Member], Text = "Refuted as of 2026-11-22: the membership of Norland <b>ended</b> 2026-01-01.",
        Finding = Found(
            Claim("c1", "Norland remains a member of the Northern League", ClaimKind.Membership, new Expectation.YesNo(true)),
            "Is Norland a member of the Northern League?", Verdict.Refuted, "It left.",
            new Answer.Decided(false) { Text = "No longer.", Proof = Step("Norland left", new StepValue.Truth(Truth.False), [Member]) }),
    };

    private static PickedPeriod Picked(Finding then) => new(
        [new(PartialDate.Parse("2024").Days, then with { Verdict = Verdict.Refuted }), new(PartialDate.Parse("2026").Days, then with { Verdict = Verdict.Supported })],
        "Right for 2025, but the record refutes the same for 2024.");

    private static Finding TwoThirds()
    {
        var core = Reading("core: the state and its firms", "the Union's definition", "What share of Norland's oil do firms of Sudmark own?", false);
        var wide = Reading("wide: all firms traded there", "", "What share of Norland's oil do firms traded in Sudmark own?", true);
        var low = Interval(new(6.123m, 8.5m), "Firms of Sudmark own 6.12 to 8.5 % of it.");
        return Found(
            Claim("c3", "Two-thirds of Norland's oil already belongs to Sudmark", ClaimKind.OwnershipShare, new Expectation.Band(62, 72, "%", "about two-thirds"))
                with { Also = [Span("two-thirds of Norland's oil already belongs to Sudmark"), Span("two-thirds of Norland's oil already belongs to Sudmark")] },
            core.Text, Verdict.ConflictingEvidence, "It depends on which firms are taken to be of Sudmark.", low) with
        {
            Readings = [new(core, low, Verdict.Refuted), new(wide, Interval(new(63, 66), "Firms traded in Sudmark own 63 to 66 %."), Verdict.Supported)],
            Leading = new(core, low, Verdict.Refuted),
            Weak = [FundInVenture.Id, MeridianInVenture.Id],
        };
    }

    private static Finding Quarter() => Found(
        Claim("c4", "at Deep Field, where about a quarter of every barrel goes to Boreal Oil", ClaimKind.OwnershipShare, new Expectation.Band(22.5m, 27.5m, "%", "about a quarter") { Denied = true }) with { Stance = Stance.Attributed, Speaker = "people at Deep Field" },
        "What share of Deep Field does Boreal Oil own?", Verdict.Refuted, "Boreal Oil owns 25 % of the venture and so 25 % of Deep Field.",
        new Answer.Interval(Bounds.Exactly(25), "%") { Text = "25 %.", Proof = Step("25 % of 100 %", new StepValue.Figure(Bounds.Exactly(25), "%"), [BorealInVenture, VentureInField]), Covered = 100 });

    private static Finding Unrest() => Found(
        Claim("c5", "Sudmark, which was behind the unrest", ClaimKind.Attribution, new Expectation.YesNo(true)) with { Stance = Stance.Presupposed, Notes = ["“behind” is a loaded word"] },
        "Was Sudmark behind the unrest?", Verdict.ConflictingEvidence, "Norland asserts it and Sudmark denies it.",
        new Answer.Unknown([]) { Text = "Norland asserts it, Sudmark denies it.", Proof = Step("Some assert it and others deny it", new StepValue.Truth(Truth.Unknown), [Dispute, Accuses, Denies]) });

    private static Finding Largest()
    {
        var found = Found(
            Claim("c6", "Uplands Metal is the largest metal company in the world", ClaimKind.Rank, new Expectation.Place(1, 1, "the largest")),
            "What place does Uplands Metal take among metal companies?", Verdict.Supported, "It is first on the list of 2024.",
            new Answer.Placed(1, 2, "metal companies 2024") { Text = "First or second.", Proof = Step("Its place on the list", new StepValue.Place(1, 2), [Second, Output, Whole]) });
        return found with { Picked = Picked(found) };
    }

    private static Finding Belonging() => Found(
        Claim("c7", "Don't mistake it as belonging to Norland", ClaimKind.Ownership, new Expectation.YesNo(false)),
        "Does Uplands Metal belong to Norland?", Verdict.Refuted, "It does: the State Fund holds 62.9 to 63 %.",
        new Answer.Interval(new(0, 30), "t") { Text = "Between 0 and 30 tonnes.", Proof = EveryRow() });

    private static Finding Partnership() => Found(
        Claim("c8", "The \"partnership\" was signed by ‮dnalmuS‬ in Port Sud", ClaimKind.Agreement, new Expectation.YesNo(true)) with { Notes = ["irony marks", "<u>hostile</u> note"] },
        "Was a partnership signed in Port Sud? <iframe src=//evil.example>", Verdict.Supported, "The Pact of Mutual Help was signed in Port Sud on 22 October 2009. <iframe src=//evil.example>\u0007",
        new Answer.Names([Norland, Sudmark, new("not-in-record")], false) { Text = "Norland and Sudmark.", Proof = Step("Its parties", new StepValue.Named(Norland), [Pact]) });

    private static Finding Exports() => Found(
        Claim("c9", "signed by ‮dnalmuS‬ in Port Sud; it reaches thirty per cent of exports", ClaimKind.RouteShare, new Expectation.Band(30, null, "%", "more than thirty per cent") { LowIsOpen = true }) with
        { Stance = Stance.Predicted, Time = new ClaimTime(null, "soon", true) },
        "What share of exports?", Verdict.NotEnoughEvidence, "The record has no figure for it.",
        new Answer.Names([], true) { Text = "None.", Proof = Step("No state found", new StepValue.Named(null)) });

    private static Finding Owners() => Found(
        Claim("c10", "the Pact of Mutual Help", ClaimKind.Other, new Expectation.YesNo(true)),
        "Is it in force?", Verdict.Refuted, "It is not in force.",
        new Answer.Decided(false) { Text = "No.", Proof = Step("Not in force", new StepValue.Truth(Truth.False), [Pact, AllMembers]) });

    private static Answer.Interval Interval(Bounds value, string text) => new(value, "%")
    {
        Text = text, Covered = 91.25m,
        Slices =
        [
            new(Norland, "Norland", new(62.9m, 63m), false), new(Boreal, "Meridian Petroleum International Holdings <x>", new(10, 12.4m), false),
            new(Sudmark, "Sudmark", new(6.123m, 8.5m), true), new(default, "", Bounds.Exactly(20.98m), false),
        ],
        Proof = Step("Sum over the fields", new StepValue.Figure(value, "%"), [Whole, PartOf],
            Step("Deep Field by effective share", new StepValue.Figure(new(6.12m, 6.13m), "%"), [FundInVenture, MeridianInVenture, BorealInVenture, VentureInField, BorealInMeridian, MeridianInBoreal],
                Step("Meridian is of the nationality of its group", new StepValue.Named(Sudmark), [Seat]))),
    };

    private static ProofStep EveryRow() => Step("Everything", new StepValue.Truth(Truth.False), SampleRecord.Rows);

    private static ProofStep Step(string text, StepValue value, Statement[]? rows = null, params ProofStep[] inputs) =>
        new() { Rule = ProofRule.Silent, Text = text, Value = value, Rows = [.. rows ?? []], Inputs = [.. inputs] };

    private static Claim Claim(string id, string quote, ClaimKind kind, Expectation expects) => new()
    {
        Id = id, Quote = quote, Span = Span(quote), Kind = kind, Stance = Stance.Asserted, Content = new Content.Open(quote), Expects = expects,
        Time = new ClaimTime(AtDate, "as of the article's date", false), Frame = "sample",
    };

    private static Finding Found(Claim claim, string question, Verdict verdict, string why, Answer answer)
    {
        var reading = new Reading([], new Question.Open { When = AtDate, Kind = claim.Kind, Text = question, Why = "sample" }, question, false);
        var leading = new CheckedReading(reading, answer, verdict);
        return new Finding { Claim = claim, Readings = [leading], Leading = leading, Verdict = verdict, Justification = why, Weak = [] };
    }

    private static Reading Reading(string taken, string whose, string text, bool minor) => new(
        [new Choice("Sudmark", taken, whose)], new Question.Open { When = AtDate, Kind = ClaimKind.OwnershipShare, Text = text, Why = "sample" }, text, minor);

    private static NotCheckable Passage(string id, string quote, string why) => new(id, Span(quote), quote, why);

    private static TextSpan Span(string quote)
    {
        var start = Text.IndexOf(quote, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException($"Not in the sample: {quote}") : new TextSpan(start, start + quote.Length);
    }
}
