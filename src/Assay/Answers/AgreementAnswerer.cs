using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Is there an agreement of these parties, of this kind, on these topics, signed, or in force on the days asked about? Nothing is false for
/// want of a row, unless a completeness row says that all such agreements are listed. What was signed after the days is left aside.
/// </summary>
internal static class AgreementAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Agreement question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var known = Candidates(inquiry, question, days);
        var fitting = known.Where(row => AgreementMatch.IsOfKind(row, question)).ToImmutableArray();
        var tried = fitting.Select(row => Try(inquiry, row, question, days)).ToImmutableArray();
        if (tried.FirstOrDefault(step => step.Truth == Truth.True) is { } shown) return new Answer.Decided(true) { Text = shown.Text, Proof = shown };
        if (tried.IsEmpty && NotListed(inquiry, question, days) is { } absent) return new Answer.Decided(false) { Text = absent.Text, Proof = absent };
        return NoAnswer.For(inquiry, Open(inquiry, question, tried, known.Length));
    }

    // Those whose own kind is asked for come first, then those of the fewest parties, then the latest.
    private static ImmutableArray<Agreement> Candidates(Inquiry inquiry, Question.Agreement question, DayRange days) =>
    [
        .. inquiry.Agreements
            .Where(row => !question.Parties.IsEmpty && question.Parties.All(party => AgreementMatch.IsParty(inquiry.Evidence, row, party)))
            .Where(row => (row.Signed ?? row.InForce) is not { } signed || signed.First <= days.Last)
            .OrderByDescending(row => Slugs(question).Contains(row.Kind))
            .ThenBy(row => row.Parties.Count(party => inquiry.Evidence.Entity(party) is { Kind: EntityKind.State or EntityKind.Bloc }))
            .ThenByDescending(row => (row.Signed ?? row.InForce)?.First ?? DateOnly.MinValue),
    ];

    private static ProofStep Try(Inquiry inquiry, Agreement row, Question.Agreement question, DayRange days)
    {
        var matches = Matches(inquiry, row, question);
        var holds = question.Sense == AgreementSense.Signed ? Signed(inquiry, row, days) : InForce(inquiry, row, days);
        var truth = matches.Truth.And(holds.Truth);
        return new ProofStep
        {
            Rule = ProofRule.AllOf, Text = matches.Truth == Truth.True ? holds.Text : matches.Text, Value = new StepValue.Truth(truth), Inputs = [matches, holds],
        };
    }

    private static ProofStep Matches(Inquiry inquiry, Agreement row, Question.Agreement question)
    {
        var truth = AgreementMatch.PlaceAndDay(row, question);
        var offices = question.Parties.Concat(row.Parties).Distinct().Select(inquiry.Evidence.Entity).OfType<Entity>().Where(entity => entity.Kind == EntityKind.Agency);
        return new ProofStep
        {
            Rule = ProofRule.Matches,
            Text = Sentence(inquiry, truth == Truth.True ? "agreement-matches" : "agreement-differs", row, question),
            Value = new StepValue.Truth(truth),
            Rows = [row, .. offices],
            Given = new Given { Question = question },
        };
    }

    private static ProofStep Signed(Inquiry inquiry, Agreement row, DayRange days)
    {
        var truth = AgreementMatch.SignedBy(row, days);
        return new ProofStep
        {
            Rule = ProofRule.Signed,
            Text = Sentence(inquiry, truth == Truth.True ? "agreement-signed" : "agreement-signing-unsure", row),
            Value = new StepValue.Truth(truth), Rows = [row], Given = new Given { Days = days },
        };
    }

    private static ProofStep InForce(Inquiry inquiry, Agreement row, DayRange days)
    {
        var replacement = row.ReplacedBy is { } id ? inquiry.Agreements.FirstOrDefault(other => other.AgreementId == id) : null;
        var truth = AgreementMatch.InForceOn(row, replacement, days);
        var key = truth switch
        {
            Truth.True => "agreement-in-force",
            Truth.False => "agreement-ended",
            _ => row.AgreementStatus == "signed" ? "agreement-entry-not-seen" : "agreement-force-unsure",
        };
        return new ProofStep
        {
            Rule = ProofRule.InForce,
            Text = Sentence(inquiry, key, row, days: days),
            Value = new StepValue.Truth(truth), Rows = replacement is null ? [row] : [row, replacement], Given = new Given { Days = days },
        };
    }

    // A row certifies what its scope names, in slugs or words; one without a scope certifies every agreement of the party.
    private static ProofStep? NotListed(Inquiry inquiry, Question.Agreement question, DayRange days)
    {
        foreach (var party in question.Parties)
        {
            var list = inquiry.Evidence.Completeness("agreements", party).FirstOrDefault(row => Spans.MakesAbsenceCount(row, days, isDefinition: false)
                && (row.Scope.Length == 0 || Slugs(question).Any(slug => AgreementMatch.Names(row.Scope, slug))));
            if (list is null) continue;
            return new ProofStep
            {
                Rule = ProofRule.NotListed,
                Text = inquiry.Say("agreement-not-listed", ("parties", inquiry.Names(question.Parties)), ("kinds", Kinds(inquiry, question)), ("days", days.ToString())),
                Value = new StepValue.Truth(Truth.False), Rows = [list],
                Given = new Given { Days = days, Object = party, Question = question },
            };
        }
        return null;
    }

    private static ProofStep Open(Inquiry inquiry, Question.Agreement question, ImmutableArray<ProofStep> tried, int known)
    {
        var closest = tried.OrderByDescending(step => step.Truth).FirstOrDefault();
        var text = closest?.Text ?? inquiry.Say(known == 0 ? "agreement-none" : "agreement-none-of-kind",
            ("parties", inquiry.Names(question.Parties)), ("kinds", Kinds(inquiry, question)), ("count", known.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return Inquiry.Silent(text, tried.Length > 5 ? tried[..5] : tried);
    }

    private static string Kinds(Inquiry inquiry, Question.Agreement question) =>
        Slugs(question).Distinct().Select(slug => inquiry.Word("kind", slug)).ToList() is { Count: > 0 } words
            ? string.Join(", ", words)
            : inquiry.Say("kind-any");

    private static IEnumerable<string> Slugs(Question.Agreement question) => question.About.SelectMany(group => group);

    private static string Sentence(Inquiry inquiry, string key, Agreement row, Question.Agreement? question = null, DayRange? days = null) => inquiry.Say(key,
        ("title", row.Title), ("parties", inquiry.Names(row.Parties)), ("signed", row.Signed?.ToString() ?? inquiry.Say("day-not-known")),
        ("place", row.SigningPlace.Length > 0 ? inquiry.Say("in-place", ("place", row.SigningPlace)) : ""),
        ("from", row.InForce?.ToString() ?? row.Signed?.ToString() ?? ""), ("ended", row.Ended?.ToString() ?? inquiry.Say("day-not-known")), ("days", days?.ToString() ?? ""),
        ("said", question is null ? "" : string.Join(", ", new[] { question.SigningPlace, question.Signed?.ToString() ?? "" }.Where(word => word.Length > 0))));
}
