using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Claims;

/// <summary>What earlier claims of the article left open for later ones: "the rest" of what, the plan between whom.</summary>
internal sealed class ClaimContext
{
    private (int Sentence, Content.Ownership Content)? _owned;
    private (int Sentence, ImmutableArray<Party> Parties)? _agreed;
    private readonly List<(int Sentence, Content.Ownership Content)> _owners = [];

    private (int Sentence, Party Body)? _body;

    public int Sentence { get; set; }

    /// <summary>The state that the article speaks of most by far; null where none does.</summary>
    public Party? MainState { get; init; }

    /// <summary>The body last spoken of, within three sentences.</summary>
    public Party? LastBody => _body is { } last && Sentence - last.Sentence <= 3 ? last.Body : null;

    /// <summary>A body is spoken of.</summary>
    public void Speak(Party body)
    {
        if (!body.Entities.IsEmpty) _body = (Sentence, body);
    }

    public void Remember(Content content)
    {
        switch (content)
        {
            case Content.Ownership ownership:
                _owned = (Sentence, ownership);
                _owners.Add((Sentence, ownership));
                break;
            case Content.Agreement { Parties.Length: >= 2 } agreement:
                _agreed = (Sentence, agreement.Parties);
                break;
        }
    }

    /// <summary>What ownership was last spoken of, in this sentence or the one before.</summary>
    public Thing? LastOwned => _owned is { } last && Sentence - last.Sentence <= 1 ? last.Content.Owned : null;

    /// <summary>Who was named as owner of a thing, in this sentence or the one before.</summary>
    public IEnumerable<Party> OwnersOf(Thing thing) => _owners
        .Where(o => Sentence - o.Sentence <= 1 && o.Content.Owned.Entity == thing.Entity && o.Content.Owned.Commodity == thing.Commodity && o.Content.Owned.Of == thing.Of)
        .Select(o => o.Content.Owner);

    /// <summary>The parties of the agreement last spoken of, within two sentences.</summary>
    public ImmutableArray<Party> LastParties => _agreed is { } last && Sentence - last.Sentence <= 2 ? last.Parties : [];

    /// <summary>The parties of the last agreement that <paramref name="known"/> shares a party with.</summary>
    public IEnumerable<Party> PartiesWith(IReadOnlyList<Party> known)
    {
        var ids = known.SelectMany(p => p.Entities).ToHashSet();
        return ids.Count == 0 || LastParties.Any(p => p.Entities.Any(ids.Contains)) ? LastParties.Where(p => !p.Entities.Any(ids.Contains)) : [];
    }

    /// <summary>Whether two parties name one entity.</summary>
    public static bool Share(Party left, Party right) => left.Entities.Any((EntityId id) => right.Entities.Contains(id));
}
