using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Assay.Formats.Snapshots;
using Assay.Ownership;

namespace Assay.Formats.Graphs;

/// <summary>
/// Takes the parts of a graph out of its snapshot, and checks what they mean before anybody relies on it: hashes find damage, but whoever writes
/// a file writes its hashes too.
/// </summary>
internal sealed class GraphSnapshotParts(Snapshot snapshot, OwnershipOptions options)
{
    /// <summary>The graph of this name, of so many entities; 0: as many as it has.</summary>
    public OwnershipGraph Graph(string name, int entityCount)
    {
        // Each is read whole to check its hash: side by side.
        Parallel.ForEach((string[])[GraphSections.Low(name), GraphSections.Owners(name), GraphSections.Starts(name)], section => snapshot.Check(section));
        var starts = snapshot.Get<int>(GraphSections.Starts(name));
        if (entityCount > 0) Expect(GraphSections.Starts(name), starts.Length, entityCount + 1);
        var low = snapshot.Get<double>(GraphSections.Low(name));
        var columns = new OwnershipColumns(
            starts, snapshot.Get<int>(GraphSections.Owners(name)), low, Optional(GraphSections.High(name), low), Optional<bool>(GraphSections.Complete(name), default), MostParallel(name, low.Length));
        try
        {
            return OwnershipGraph.FromColumns(columns, Overfull(name), options);
        }
        catch (ArgumentException error)
        {
            throw new SnapshotException($"The graph {name} is not one: {error.Message}", GraphSections.Starts(name), snapshot.OffsetOf(GraphSections.Starts(name)), error);
        }
    }

    /// <summary>The ids of so many entities.</summary>
    public EntityIds Ids(int entityCount)
    {
        var slots = snapshot.Get<ulong>(GraphSections.IdSlots);
        var places = snapshot.Get<uint>(GraphSections.IdPlaces);
        var records = snapshot.Get<byte>(GraphSections.IdRecords);
        Expect(GraphSections.IdPlaces, places.Length, entityCount);
        var bytes = records.Span;
        long place = EntityIds.FirstRecord;
        var index = 0;
        foreach (var begin in places.Span)
        {
            if (begin != place || place > bytes.Length - EntityIds.RecordHead || EntityIds.IndexAt(bytes, (int)place) != index)
                throw Broken(GraphSections.IdRecords, $"The record of entity {index} is not where its place says, {begin}", Math.Min(place, bytes.Length));
            place += EntityIds.RecordHead + MemoryMarshal.Read<ushort>(bytes[((int)place + sizeof(int))..]);
            index++;
        }
        if (place != bytes.Length) throw Broken(GraphSections.IdRecords, $"The records end at {place} of {bytes.Length} bytes", Math.Min(place, bytes.Length));
        // Without an empty slot a search for an id that does not exist has no end.
        if (slots.Span.IndexOf(0ul) < 0) throw Broken(GraphSections.IdSlots, "The table of ids has no empty slot", 0);
        return new EntityIds(slots, places, records);
    }

    /// <summary>A word for each entity; null where the snapshot has none.</summary>
    public Categories? Categories(string name, int entityCount)
    {
        if (!snapshot.Has(GraphSections.Codes(name))) return null;
        var bytes = snapshot.Get<byte>(GraphSections.Words(name)).Span;
        var codes = snapshot.Get<ushort>(GraphSections.Codes(name));
        Expect(GraphSections.Codes(name), codes.Length, entityCount);
        var words = new List<string>();
        var begin = 0;
        foreach (var end in snapshot.Get<int>(GraphSections.Ends(name)).Span)
        {
            if (end < begin || end > bytes.Length) throw Broken(GraphSections.Ends(name), $"Word {words.Count} ends at {end}, not from {begin} to {bytes.Length}", (long)words.Count * sizeof(int));
            words.Add(Encoding.UTF8.GetString(bytes[begin..end]));
            begin = end;
        }
        var most = codes.Span.IndexOfAnyExceptInRange((ushort)0, (ushort)Math.Max(0, words.Count - 1));
        if (words.Count == 0 && codes.Length > 0) most = 0;
        if (most >= 0) throw Broken(GraphSections.Codes(name), $"Entity {most} has word {codes.Span[most]} of {words.Count}", (long)most * sizeof(ushort));
        return new Categories(words, codes);
    }

    /// <summary>The values; null where the snapshot has none.</summary>
    public GraphValues? Values(int entityCount)
    {
        if (!snapshot.Has(GraphSections.ValueEntities)) return null;
        var entities = snapshot.Get<int>(GraphSections.ValueEntities);
        var amounts = snapshot.Get<double>(GraphSections.ValueAmounts);
        Expect(GraphSections.ValueAmounts, amounts.Length, entities.Length);
        CheckEntities(GraphSections.ValueEntities, entities.Span, entityCount);
        var seen = new HashSet<int>(entities.Length);
        for (var i = 0; i < entities.Length; i++)
        {
            if (!seen.Add(entities.Span[i])) throw Broken(GraphSections.ValueEntities, $"Entity {entities.Span[i]} has two values", (long)i * sizeof(int));
            if (!(amounts.Span[i] >= 0 && double.IsFinite(amounts.Span[i]))) throw Broken(GraphSections.ValueAmounts, $"{amounts.Span[i]} is not a value", (long)i * sizeof(double));
        }
        return new GraphValues(Encoding.UTF8.GetString(snapshot.Get<byte>(GraphSections.ValueName).Span), entities, amounts);
    }

    /// <summary>Pairs of owner and asset.</summary>
    public ReadOnlyMemory<EntityPair> Pairs(string name, int entityCount)
    {
        if (!snapshot.Has(name)) return default;
        var numbers = snapshot.Get<int>(name).Span;
        if (numbers.Length % 2 != 0) throw Broken(name, $"{numbers.Length} numbers are no pairs", 0);
        CheckEntities(name, numbers, entityCount);
        return MemoryMarshal.Cast<int, EntityPair>(numbers).ToArray();
    }

    private int MostParallel(string name, int stakes)
    {
        var parallel = snapshot.Get<int>(GraphSections.Parallel(name)).Span;
        Expect(GraphSections.Parallel(name), parallel.Length, 1);
        // No graph was built of more stakes than that.
        if (parallel[0] > Array.MaxLength - stakes) throw Broken(GraphSections.Parallel(name), $"{parallel[0]} stakes in one, and {stakes} besides, are more than a graph holds", 0);
        return parallel[0];
    }

    private ImmutableArray<OverfullAsset> Overfull(string name)
    {
        if (!snapshot.Has(GraphSections.Overfull(name))) return [];
        var assets = snapshot.Get<int>(GraphSections.Overfull(name)).Span;
        var sums = snapshot.Get<double>(GraphSections.Sums(name)).Span;
        Expect(GraphSections.Sums(name), sums.Length, assets.Length);
        var overfull = ImmutableArray.CreateBuilder<OverfullAsset>(assets.Length);
        for (var i = 0; i < assets.Length; i++) overfull.Add(new OverfullAsset(assets[i], sums[i]));
        return overfull.MoveToImmutable();
    }

    private ReadOnlyMemory<T> Optional<T>(string name, ReadOnlyMemory<T> otherwise) where T : unmanaged => snapshot.Has(name) ? snapshot.Get<T>(name) : otherwise;

    private void CheckEntities(string section, ReadOnlySpan<int> entities, int entityCount)
    {
        for (var i = 0; i < entities.Length; i++)
            if (entities[i] < 0 || entities[i] >= entityCount) throw Broken(section, $"{entities[i]} is not among {entityCount} entities", (long)i * sizeof(int));
    }

    private void Expect(string section, int count, int expected)
    {
        if (count != expected) throw Broken(section, $"There are {count} elements in place of {expected}", 0);
    }

    private SnapshotException Broken(string section, string what, long within) => new(what, section, snapshot.OffsetOf(section) + within);
}
