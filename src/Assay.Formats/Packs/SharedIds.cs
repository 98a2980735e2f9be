using Assay.Evidence;
using Assay.Formats.Registers;

namespace Assay.Formats.Packs;

/// <summary>
/// Imported packs have ids from elsewhere, so that several may describe one entity; they are read as one. Where what they say cannot be of one entity, nothing
/// is loaded. Of registers each entity of the packs of tables is looked up; between two registers no look is taken, and the description of the first counts.
/// </summary>
internal static class SharedIds
{
    public static void Check(IReadOnlyList<PackContent> packs)
    {
        if (!packs.Any(pack => pack.Descriptor.Imported.Length > 0)) return;
        var first = new Dictionary<string, Entity>(StringComparer.Ordinal);
        var registers = new List<Register>();
        foreach (var pack in packs)
        {
            foreach (var entity in pack.Statements.OfType<Entity>())
            {
                var known = first.GetValueOrDefault(entity.EntityId.Value);
                if (known is null || known.IsBare) first[entity.EntityId.Value] = entity;
                if (pack.Descriptor.Imported.Length == 0) continue;
                foreach (var other in registers.SelectMany(register => register.Find<Entity>(RowKey.Entity, entity.EntityId.Value)).Prepend(known).OfType<Entity>().Where(other => other.Contradicts(entity)).Take(1))
                    pack.Report(entity.Place.File, entity.Place.Line, 0, "id-of-two-kinds", Found(entity, other), Expected, Mend);
            }
            if (pack.Register is not { } register) continue;
            foreach (var known in first.Values.Where(_ => pack.Descriptor.Imported.Length > 0))
                foreach (var entity in register.Find<Entity>(RowKey.Entity, known.EntityId.Value).Where(known.Contradicts))
                    pack.Problems.Add(new Problem("id-of-two-kinds", entity.Place.File.Length > 0 ? entity.Place.File : $"{pack.Files.Path}/{RegisterFormat.FileName}", entity.Place.Line, 0, Found(entity, known), Expected, Mend));
            registers.Add(register);
        }
    }

    private const string Expected = "descriptions that can be of one entity";

    private const string Mend = "load one of the two packs, or correct the kind in one";

    private static string Found(Entity entity, Entity other) => $"'{entity.EntityId}' of kind {Word(entity)} ({entity.Name}), which in {other.Place.Pack} is of kind {Word(other)} ({other.Name})";

    private static string Word(Entity entity) => Vocabulary.EntityKinds.Of(entity.Kind);
}
