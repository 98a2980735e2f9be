using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Was an asset under a contract regime? Shown by a row that says so, excluded only by a row of a regime that can't stand beside it.</summary>
internal static class RegimeAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Regime question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var step = Prove(inquiry, question.Asset, question.Kind, question.Excluded, days);
        return step.Truth == Truth.Unknown ? NoAnswer.For(inquiry, Inquiry.Silent(step.Text, step)) : new Answer.Decided(step.Truth == Truth.True) { Text = step.Text, Proof = step };
    }

    public static ProofStep Prove(Inquiry inquiry, EntityId asset, string kind, ImmutableArray<string> excluded, DayRange days)
    {
        var rows = inquiry.Evidence.RegimesOf(asset).Where(row => row.Validity.HoldsOn(days) != Truth.False).ToImmutableArray();
        var own = rows.Where(row => row.RegimeKind == kind).ToList();
        var truth = own.Exists(row => row.Validity.HoldsOn(days) == Truth.True) ? Truth.True
            : own.Count == 0 && rows.Any(row => excluded.Contains(row.RegimeKind) && row.Validity.HoldsOn(days) == Truth.True) ? Truth.False
            : Truth.Unknown;
        var known = rows.Where(row => row.Validity.HoldsOn(days) == Truth.True).Select(row => inquiry.Word("regime", row.RegimeKind)).Distinct().ToList();
        return new ProofStep
        {
            Rule = ProofRule.UnderRegime,
            Text = inquiry.Say(truth == Truth.True ? "regime-holds" : known.Count > 0 ? truth == Truth.False ? "regime-is-another" : "regime-beside" : "regime-silent",
                ("asset", inquiry.Name(asset)), ("regime", inquiry.Word("regime", kind)), ("known", string.Join(", ", known)), ("days", days.ToString())),
            Value = new StepValue.Truth(truth),
            Rows = [.. rows],
            Given = new Given { Subject = asset, Days = days, Question = new Question.Regime { When = days, Asset = asset, Kind = kind, Excluded = excluded } },
        };
    }
}
