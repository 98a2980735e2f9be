using System.Collections.Immutable;

namespace Assay.Claims;

/// <summary>Which roles the claims of a kind are made of, and which keys of a frame say something of that kind: what else a frame holds, nothing reads.</summary>
public static class FrameVocabulary
{
    /// <summary>The keys that every frame may have.</summary>
    public static readonly ImmutableArray<string> SharedKeys = ["id", "patterns", "denies", "always-denies", "open", "leaves-clause", "match", "not"];

    /// <summary>The roles that claims of a kind are made of; empty: the kind is only found, and any role will do.</summary>
    public static ImmutableArray<string> RolesOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Membership => ["member", "body"],
        ClaimKind.Agreement => ["party", "partner", "topic", "place", "when"],
        ClaimKind.Ownership or ClaimKind.OwnershipShare => ["owner", "owned", "goods", "of", "share", "own", "from", "to", "range"],
        ClaimKind.Rank => ["subject", "goods", "among", "place"],
        ClaimKind.Control => ["holder", "asset"],
        ClaimKind.Event => ["who", "guest", "where", "at", "name", "what"],
        ClaimKind.Attribution => ["speaker", "accused"],
        ClaimKind.Position => ["person", "office", "of"],
        ClaimKind.Quantity => ["subject", "amount", "goods"],
        ClaimKind.ShareOfTotal => ["subject", "share", "goods", "whole"],
        ClaimKind.RouteShare => ["share", "of", "goods", "by"],
        ClaimKind.TradeShare => ["partner", "share", "country"],
        ClaimKind.Regime => ["asset", "of", "goods"],
        _ => [],
    };

    /// <summary>The keys that say something of a kind, besides those that every frame may have.</summary>
    public static ImmutableArray<string> KeysOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Membership => ["membership", "change"],
        ClaimKind.Agreement => ["agreement", "kinds"],
        ClaimKind.Ownership or ClaimKind.OwnershipShare => ["quantifier", "relation", "change"],
        ClaimKind.Rank => ["place"],
        ClaimKind.Control => ["control"],
        ClaimKind.Event => ["kinds"],
        ClaimKind.Quantity or ClaimKind.ShareOfTotal or ClaimKind.RouteShare or ClaimKind.TradeShare => ["counts"],
        _ => [],
    };
}
