using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Whether an agreement row is the one asked about, and what it was on given days.</summary>
internal static class AgreementMatch
{
    /// <summary>
    /// Whether an entity is a party: by name; an office by its state, where the row names no other office of that state; a state by its offices.
    /// </summary>
    public static bool IsParty(EvidenceSnapshot evidence, Agreement row, EntityId party)
    {
        if (row.Parties.Contains(party)) return true;
        var offices = row.Parties.Select(evidence.Entity).OfType<Entity>().Where(entity => entity.Kind == EntityKind.Agency).ToList();
        return evidence.Entity(party) switch
        {
            { Kind: EntityKind.Agency, Country: { } state } => row.Parties.Contains(state) && offices.All(office => office.Country != state),
            { Kind: EntityKind.State } => offices.Any(office => office.Country == party),
            _ => false,
        };
    }

    /// <summary>Whether of each group of slugs asked for one is its kind or among its topics, and its title holds the words.</summary>
    public static bool IsOfKind(Agreement row, Question.Agreement question) =>
        question.About.All(group => group.Contains(row.Kind) || row.Topics.Any(topic => group.Contains(topic)))
        && question.TitleWords.All(word => Names(row.Title, word));

    /// <summary>Whether a text holds the words of a slug or phrase as whole words, a plural s apart.</summary>
    public static bool Names(string text, string phrase)
    {
        var words = Words(text);
        var sought = Words(phrase);
        return sought.Count > 0 && Enumerable.Range(0, Math.Max(0, words.Count - sought.Count + 1))
            .Any(start => Enumerable.Range(0, sought.Count).All(i => words[start + i] == sought[i] || words[start + i] == sought[i] + "s"));
    }

    /// <summary>Whether it was signed where and when the question says; unknown where the row doesn't tell.</summary>
    public static Truth PlaceAndDay(Agreement row, Question.Agreement question)
    {
        var place = question.SigningPlace.Length == 0 ? Truth.True
            : row.SigningPlace.Length == 0 ? Truth.Unknown
            : Names(row.SigningPlace, question.SigningPlace) || Names(question.SigningPlace, row.SigningPlace) ? Truth.True : Truth.False;
        var day = question.Signed is not { } asked ? Truth.True
            : row.Signed is not { } signed ? Truth.Unknown
            : asked.Contains(signed.Days) ? Truth.True
            : asked.Overlaps(signed.Days) ? Truth.Unknown : Truth.False;
        return place.And(day);
    }

    /// <summary>Whether it was signed by the last of the days; one in force was.</summary>
    public static Truth SignedBy(Agreement row, DayRange days) =>
        row.Signed is { } signed && signed.Last <= days.Last ? Truth.True
        : row.InForce is { } force && force.Last <= days.Last ? Truth.True
        : row.Signed is { } later && later.First > days.Last ? Truth.False
        : Truth.Unknown;

    /// <summary>
    /// Whether it was in force on all the days. Where entry into force was not seen (<c>signed</c>), or only a date of signing is known
    /// of one that was replaced at an unknown time, that is unknown.
    /// </summary>
    public static Truth InForceOn(Agreement row, Agreement? replacement, DayRange days)
    {
        if ((row.InForce ?? row.Signed) is not { } begin) return Truth.Unknown;
        if (days.Last < begin.First) return Truth.False;
        if (row.AgreementStatus is not ("in-force" or "expired" or "replaced" or "denounced")) return Truth.Unknown;
        var begun = days.First >= begin.Last;
        if (row.Ended is { } ended)
        {
            if (days.First > ended.Last) return Truth.False;
            var lastsToTheEnd = ended.Day is not null ? days.Last <= ended.First : days.Last < ended.First;
            return begun && lastsToTheEnd ? Truth.True : Truth.Unknown;
        }
        if (row.AgreementStatus == "in-force") return begun ? Truth.True : Truth.Unknown;
        if (replacement?.InForce is { } force && days.First >= force.Last) return Truth.False;
        return begun && (replacement?.Signed ?? replacement?.InForce) is { } next && days.Last < next.First ? Truth.True : Truth.Unknown;
    }

    private static List<string> Words(string text) =>
        [.. new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
