using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Linking;

namespace Assay.Formats.Linking;

/// <summary>
/// The entities of a pack, and those of the packs beside it that they may be the same as; each stands by itself, whatever links say. Groups are left out: what
/// is not named is nobody in particular.
/// </summary>
/// <param name="Own">Those of the pack.</param>
/// <param name="Known">Those of the others.</param>
public sealed record PackSubjects(IReadOnlyList<LinkedSubject> Own, IReadOnlyList<LinkedSubject> Known)
{
    /// <summary>Reads a pack in a folder, those that it builds on, those that come with the program, and those in further folders.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">A folder holds no pack, or several.</exception>
    public static PackSubjects Read(string folder, IEnumerable<string> others)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(others);
        var packs = new PackSet();
        packs.AddEmbedded();
        foreach (var other in others) packs.AddFolder(other);
        if (packs.AddFolder(folder) is not [var own]) throw new InvalidDataFileException($"{folder} holds several packs; name one of them");
        packs.Read();
        var (mine, theirs) = (Of(packs.Packs.Where(pack => pack.Files == own)), Of(packs.Packs.Where(pack => pack.Files != own)));
        MarkShared(mine, theirs);
        return new PackSubjects(mine, theirs);
    }

    /// <summary>The entity of an id, among those of the pack first; null: there is none.</summary>
    public LinkedSubject? Find(string id) => Own.FirstOrDefault(subject => subject.Id == id) ?? Known.FirstOrDefault(subject => subject.Id == id);

    /// <summary>The subjects of packs, each id once, with the packs that have it.</summary>
    private static List<LinkedSubject> Of(IEnumerable<PackContent> packs)
    {
        var (subjects, places) = (new List<LinkedSubject>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var pack in packs)
        {
            ImmutableArray<string> name = [pack.Descriptor.Name];
            foreach (var entity in pack.Statements.OfType<Entity>().Concat(pack.Register?.Rows<Entity>() ?? []))
            {
                if (entity.Kind == EntityKind.Group) continue;
                if (places.TryAdd(entity.EntityId.Value, subjects.Count)) subjects.Add(LinkedSubject.Of(entity) with { Packs = name });
                else if (subjects[places[entity.EntityId.Value]] is var before && !before.Packs.Contains(name[0])) subjects[places[entity.EntityId.Value]] = before with { Packs = [.. before.Packs, .. name] };
            }
        }
        return subjects;
    }

    /// <summary>What has one id on both sides is in the packs of both.</summary>
    private static void MarkShared(List<LinkedSubject> mine, List<LinkedSubject> theirs)
    {
        var places = mine.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        for (var i = 0; i < theirs.Count; i++)
        {
            if (!places.TryGetValue(theirs[i].Id, out var at)) continue;
            ImmutableArray<string> packs = [.. mine[at].Packs, .. theirs[i].Packs];
            (mine[at], theirs[i]) = (mine[at] with { Packs = packs }, theirs[i] with { Packs = packs });
        }
    }
}
