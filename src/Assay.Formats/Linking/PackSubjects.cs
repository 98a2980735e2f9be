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
        return new PackSubjects(Of(packs.Packs.Where(pack => pack.Files == own)), Of(packs.Packs.Where(pack => pack.Files != own)));
    }

    /// <summary>The entity of an id, among those of the pack first; null: there is none.</summary>
    public LinkedSubject? Find(string id) => Own.FirstOrDefault(subject => subject.Id == id) ?? Known.FirstOrDefault(subject => subject.Id == id);

    private static List<LinkedSubject> Of(IEnumerable<PackContent> packs) =>
        [.. packs.SelectMany(pack => pack.Statements.OfType<Entity>().Concat(pack.Register?.Rows<Entity>() ?? [])).Where(entity => entity.Kind != EntityKind.Group).Select(LinkedSubject.Of).DistinctBy(subject => subject.Id)];
}
