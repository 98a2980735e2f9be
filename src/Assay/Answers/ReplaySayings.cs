using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Replays steps on what happened, who said what, and who held an office, from the rows cited.</summary>
internal static class ReplaySayings
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.EventMatches => Happened(step),
        ProofRule.EventNotListed => step.Rows is [Completeness { Table: "events", Covers.Low: >= 100 } list] && list.Subject == step.Given.Object
            && ((Question.Event)step.Given.Question!).Who.Contains(list.Subject) && ReplayTruths.Spans(list, step.Given.Days!.Value) ? new StepValue.Truth(Truth.False) : null,
        ProofRule.Disputed => Sides(step) is (true, true) ? new StepValue.Truth(Truth.Unknown) : null,
        ProofRule.SaidByOneSide => Sides(step) is (true, false) or (false, true) ? new StepValue.Truth(Truth.Unknown) : null,
        ProofRule.Said => Said(step),
        ProofRule.HoldsOffice => step.Rows is [Position row] && row.Person == step.Given.Subject && row.Of == step.Given.Object
            ? new StepValue.Truth(ReplayTruths.Over(row.Validity, step.Given.Days!.Value, false)) : null,
        _ => OfficeOfAnother(step),
    };

    private static StepValue.Truth? Happened(ProofStep step)
    {
        if (step.Rows[0] is not Event row) return null;
        var question = (Question.Event)step.Given.Question!;
        var days = step.Given.Days!.Value;
        var entities = step.Rows.OfType<Entity>().ToList();
        if (question.Kinds.All(kind => kind != row.Kind)) return null;
        var title = Flat(row.Title);
        foreach (var who in question.Who)
            if (row.Participants.All(other => other != who) && !entities.Exists(entity => entity.Kind == EntityKind.Person && entity.EntityId == who && Has(title, entity.Name[(entity.Name.LastIndexOf(' ') + 1)..])))
                return new StepValue.Truth(Truth.False);
        if (question.Name.Length > 0 && !Has(title, question.Name)) return new StepValue.Truth(Truth.False);
        var isThere = Truth.True;
        if (question.Where is { } where)
        {
            var places = entities.Where(entity => entity.Kind != EntityKind.Person && row.EventPlace.Split('|').Select(part => part.Trim())
                .Any(name => name == entity.EntityId.Value || name == entity.Name || entity.Aliases.Select(alias => alias.Text).Contains(name))).ToList();
            isThere = places.Exists(place => place.EntityId == where || place.Kind != EntityKind.State && place.Country == where) ? Truth.True : places.Count == 0 ? Truth.Unknown : Truth.False;
        }
        if (row.From is not { } from) return new StepValue.Truth(isThere == Truth.False ? Truth.False : Truth.Unknown);
        if (isThere == Truth.False || days.Last < from.First || row.To is { } end && days.First > end.Last) return new StepValue.Truth(Truth.False);
        var began = from.First >= days.First && from.Last <= days.Last;
        var lasted = row.To is { } to && days.First >= from.Last && days.Last <= to.First;
        return new StepValue.Truth(isThere == Truth.True && row.EventStatus == "happened" && (began || lasted) ? Truth.True : Truth.Unknown);
    }

    private static (bool Asserted, bool Denied)? Sides(ProofStep step)
    {
        var asked = ((Question.Dispute)step.Given.Question!).Proposition;
        if (step.Rows[0] is not Proposition sentence || sentence.PropositionId != asked) return null;
        var said = step.Rows.Skip(1).Cast<Attribution>().ToList();
        if (said.Exists(row => row.PropositionId != asked || row.Date is not { } date || date.Last > step.Given.Days!.Value.Last)) return null;
        return (said.Exists(row => row.Asserts), said.Exists(row => !row.Asserts));
    }

    private static StepValue.Truth? Said(ProofStep step)
    {
        var question = (Question.Saying)step.Given.Question!;
        if (step.Rows is not [Attribution row] || row.SaidBy != question.Speaker || row.SaidBy != step.Given.Subject || row.PropositionId != question.Proposition) return null;
        var isShown = row.Asserts == question.Asserts && row.Via is "direct" or "reported" && row.Date is not null;
        if (isShown && row.Date!.Value is var date)
            isShown = date.Last <= step.Given.Days!.Value.Last && (question.Said is not { } asked || date.First >= asked.First && date.Last <= asked.Last);
        return new StepValue.Truth(isShown && row.Asserts == question.Asserts ? Truth.True : Truth.Unknown);
    }

    private static StepValue.Truth? OfficeOfAnother(ProofStep step)
    {
        var question = (Question.Position)step.Given.Question!;
        if (!question.IsSole || question.Of is not { } of || step.Inputs.IsEmpty || step.Inputs.Any(input => input is not { Rule: ProofRule.HoldsOffice } || ((Position)input.Rows[0]).Office != question.Office || input.Given.Object != of || input.Given.Days != step.Given.Days)) return null;
        var (other, own) = (step.Inputs[0], step.Inputs.Skip(1));
        return other.Given.Subject != question.Person && other.Value is StepValue.Truth { Value: Truth.True }
            && own.All(input => input.Given.Subject == question.Person && input.Value is StepValue.Truth { Value: Truth.False }) ? new StepValue.Truth(Truth.False) : null;
    }

    private static bool Has(string flat, string words) => $" {flat} ".Contains($" {Flat(words)} ", StringComparison.Ordinal) || $" {flat} ".Contains($" {Flat(words)}s ", StringComparison.Ordinal);

    private static string Flat(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
