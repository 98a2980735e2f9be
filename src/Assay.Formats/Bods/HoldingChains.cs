using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>
/// Whether a share or votes that are held through others are there already. An indirect share is the product of a chain: where every link of the chain
/// stands in the file, it would be counted twice.
/// </summary>
internal sealed class HoldingChains(RecordIndex records, bool isVotes)
{
    private readonly RecordTraits _direct = isVotes ? RecordTraits.HasDirectVotes : RecordTraits.HasDirectShares;
    private readonly RecordTraits _open = isVotes ? RecordTraits.HasOpenVotes : RecordTraits.HasOpenShares;

    /// <summary>Whether all components that a relationship lists are in the file, and the holdings among them lead from its party to its subject.</summary>
    public bool AreAllIn(JsonElement relationship)
    {
        if (!relationship.TryGetProperty("componentRecords", out var components) || components.GetArrayLength() == 0) return false;
        if (PlaceOf(relationship.GetProperty("interestedParty")) is not (> 0 and var party) || PlaceOf(relationship.GetProperty("subject")) is not (> 0 and var subject)) return false;
        var held = new Dictionary<int, List<int>>();
        foreach (var component in components.EnumerateArray())
        {
            var entry = records.Find(component.GetString()!);
            if (!entry.Traits.HasFlag(RecordTraits.IsThere)) return false;
            if (entry.Kind != RecordKind.Relationship || !IsStake(entry)) continue;
            if (!held.TryGetValue(entry.Ends.Party, out var assets)) held.Add(entry.Ends.Party, assets = []);
            assets.Add(entry.Ends.Subject);
        }
        return Leads(held, party, subject);
    }

    /// <summary>Whether something that is not said to be direct stands beside what is: it may be the same, seen from further up.</summary>
    /// <param name="relationship">The details of the relationship.</param>
    /// <param name="interest">The share or votes.</param>
    /// <param name="isIndirect">Whether they are held through others.</param>
    public bool IsBesideDirect(JsonElement relationship, JsonElement interest, bool isIndirect)
    {
        if (Directness.Of(interest) == "direct") return false;
        var traits = records.Find(relationship.GetProperty("subject").GetString()!).Traits;
        return traits.HasFlag(_direct) || (isIndirect && traits.HasFlag(_open));
    }

    // A link that became an interest is no stake that a chain could be made of; one that has ended holds no more.
    private bool IsStake(RecordEntry link) => link.Ends is { Party: > 0, Subject: > 0 } && link.Last.Status != 'c'
        && (link.Traits.HasFlag(_direct) || (link.Traits.HasFlag(_open) && !records.At(link.Ends.Subject).Traits.HasFlag(_direct)));

    private static bool Leads(Dictionary<int, List<int>> held, int from, int to)
    {
        var (seen, next) = (new HashSet<int> { from }, new Queue<int>([from]));
        while (next.TryDequeue(out var holder))
        {
            foreach (var asset in held.GetValueOrDefault(holder, []))
            {
                if (asset == to) return true;
                if (seen.Add(asset)) next.Enqueue(asset);
            }
        }
        return false;
    }

    private int PlaceOf(JsonElement named) => named.ValueKind == JsonValueKind.String ? records.PlaceOf(named.GetString()!) : 0;
}
