using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Replays steps on agreements from the agreement's row, and the rows of the offices that are parties or asked about.</summary>
internal static class ReplayAgreements
{
    public static StepValue? Recompute(ProofStep step)
    {
        if (step.Rows[0] is not Agreement row) return null;
        if (step.Rule == ProofRule.Signed) return new StepValue.Truth(SignedBy(row, step.Given.Days!.Value.Last));
        if (step.Rule == ProofRule.InForce) return new StepValue.Truth(InForce(row, step.Rows.Length > 1 ? (Agreement)step.Rows[1] : null, step.Given.Days!.Value));
        var question = (Question.Agreement)step.Given.Question!;
        var offices = step.Rows.OfType<Entity>().Where(entity => entity.Kind == EntityKind.Agency).ToList();
        return question.Parties.All(party => Has(row, party, offices)) && FitsWords(row, question) ? new StepValue.Truth(Where(row, question)) : null;
    }

    private static bool Has(Agreement row, EntityId party, List<Entity> offices)
    {
        if (row.Parties.Any(other => other == party)) return true;
        var named = offices.Where(office => row.Parties.Contains(office.EntityId)).ToList();
        var asked = offices.Find(office => office.EntityId == party);
        return asked is null
            ? named.Exists(office => office.Country == party)
            : asked.Country is { } state && row.Parties.Contains(state) && !named.Exists(office => office.Country == state);
    }

    private static bool FitsWords(Agreement row, Question.Agreement question)
    {
        var slugs = row.Topics.Add(row.Kind).ToImmutableHashSet();
        return question.About.All(group => slugs.Overlaps(group))
            && question.TitleWords.All(word => $" {Flat(row.Title)} ".Contains($" {Flat(word)} ", StringComparison.Ordinal) || $" {Flat(row.Title)} ".Contains($" {Flat(word)}s ", StringComparison.Ordinal));
    }

    private static Truth Where(Agreement row, Question.Agreement question)
    {
        var unsure = false;
        if (question.SigningPlace.Length > 0)
        {
            var (there, said) = ($" {Flat(row.SigningPlace)} ", $" {Flat(question.SigningPlace)} ");
            if (there.Trim().Length == 0) unsure = true;
            else if (!there.Contains(said, StringComparison.Ordinal) && !said.Contains(there, StringComparison.Ordinal)) return Truth.False;
        }
        if (question.Signed is { } asked)
        {
            if (row.Signed is not { } signed) unsure = true;
            else if (signed.Last < asked.First || signed.First > asked.Last) return Truth.False;
            else if (signed.First < asked.First || signed.Last > asked.Last) unsure = true;
        }
        return unsure ? Truth.Unknown : Truth.True;
    }

    private static Truth SignedBy(Agreement row, DateOnly day)
    {
        if (row.Signed?.Last <= day || row.InForce?.Last <= day) return Truth.True;
        return row.Signed?.First > day ? Truth.False : Truth.Unknown;
    }

    private static Truth InForce(Agreement row, Agreement? next, DayRange days)
    {
        var start = row.InForce ?? row.Signed;
        if (start is null) return Truth.Unknown;
        if (start.Value.First > days.Last) return Truth.False;
        var started = start.Value.Last <= days.First;
        var isOver = row.AgreementStatus is "expired" or "replaced" or "denounced";
        if (row.AgreementStatus != "in-force" && !isOver) return Truth.Unknown;
        DateOnly? surelyUntil, goneAfter;
        if (row.Ended is { } end) (surelyUntil, goneAfter) = (end.Day is null ? end.First.DaysLater(-1) : end.First, end.Last);
        else if (!isOver) (surelyUntil, goneAfter) = (DateOnly.MaxValue, null);
        else
        {
            if (next is not null && next.AgreementId != row.ReplacedBy) return Truth.Unknown;
            surelyUntil = (next?.Signed ?? next?.InForce)?.First.DaysLater(-1);
            goneAfter = next?.InForce?.Last.DaysLater(-1);
        }
        if (goneAfter < days.First) return Truth.False;
        return started && surelyUntil >= days.Last ? Truth.True : Truth.Unknown;
    }

    private static string Flat(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
