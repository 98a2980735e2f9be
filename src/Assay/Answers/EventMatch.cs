using Assay.Evidence;
using Assay.Questions;
using Assay.Records;

namespace Assay.Answers;

/// <summary>Whether an event row is the one asked about: by who took part, where it was, what it is called, when it was.</summary>
internal static class EventMatch
{
    /// <summary>Whether those asked about took part, there, under that name; false where the row surely tells otherwise.</summary>
    public static Truth Holds(Event row, Question.Event question, IReadOnlyList<Entity> people, IReadOnlyList<Entity> places)
    {
        var tookPart = question.Who.All(who => row.Participants.Contains(who) || people.Any(person => person.EntityId == who && IsInTitle(row, person)));
        var isNamed = question.Name.Length == 0 || AgreementMatch.Names(row.Title, question.Name);
        if (!tookPart || !isNamed) return Truth.False;
        if (question.Where is not { } where || places.Any(place => place.EntityId == where || place.Country == where && IsWithin(place))) return Truth.True;
        return row.EventPlace.Length == 0 || places.Count == 0 ? Truth.Unknown : Truth.False;
    }

    /// <summary>Whether it began within the days, or the days lie within it; what is not said to have happened never did so surely.</summary>
    public static Truth HappenedWithin(Event row, DayRange days)
    {
        if (row.From is not { } from) return Truth.Unknown;
        var last = row.To?.Last ?? from.Last;
        if (days.Last < from.First || row.To is not null && days.First > last) return Truth.False;
        if (row.EventStatus != "happened") return Truth.Unknown;
        return days.Contains(from.Days) || row.To is { } to && from.Last <= days.First && days.Last <= to.First ? Truth.True : Truth.Unknown;
    }

    /// <summary>The entities that its place names, by their name or another name of them.</summary>
    public static IEnumerable<Entity> Places(EvidenceSnapshot evidence, Event row)
    {
        if (row.EventPlace.Length == 0) return [];
        var names = row.EventPlace.Split('|', StringSplitOptions.TrimEntries);
        return evidence.HeldEntities.Concat(StoredNamed(evidence, names)).Where(entity => entity.Kind is EntityKind.State or EntityKind.Place or EntityKind.Field or EntityKind.Mine or EntityKind.Port
            && names.Any(name => name == entity.EntityId.ToString() || name == entity.Name || entity.Aliases.Any(alias => alias.Text == name)));
    }

    private static IEnumerable<Entity> StoredNamed(EvidenceSnapshot evidence, string[] names) =>
        evidence.Stores.SelectMany(store => store.Find<Entity>(RowKey.Entity, names).Concat(store.Find<Entity>(RowKey.NameKey, [.. names.Select(NameKey.Of)]))).DistinctBy(entity => entity.EntityId);

    private static bool IsWithin(Entity place) => place.Kind is not EntityKind.State;

    private static bool IsInTitle(Event row, Entity person) => AgreementMatch.Names(row.Title, person.Name.Split(' ')[^1]);
}
