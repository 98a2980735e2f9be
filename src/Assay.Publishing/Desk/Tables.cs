using Assay.Claims;

namespace Assay.Publishing.Desk;

/// <summary>Which tables of the pack format speak of which claims.</summary>
public static class Tables
{
    /// <summary>The table whose rows a claim of a kind is most likely to lack.</summary>
    public static string For(ClaimKind kind) => kind switch
    {
        ClaimKind.Membership => "memberships",
        ClaimKind.Agreement => "agreements",
        ClaimKind.Control => "operations",
        ClaimKind.Rank => "rankings",
        ClaimKind.Quantity or ClaimKind.ShareOfTotal or ClaimKind.TradeShare => "measures",
        ClaimKind.RouteShare => "routes",
        ClaimKind.Regime => "regimes",
        ClaimKind.Event => "events",
        ClaimKind.Attribution => "attributions",
        ClaimKind.Position => "positions",
        _ => "stakes",
    };
}
