using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Rules;
using Assay.Questions;

namespace Assay.Tests.Cases;

/// <summary>Claims and answers in the short words of cases: <c>member(lm, league)</c>, <c>share(nationals of tu, crude-oil of lm)</c>, <c>40 to 60 %</c>.</summary>
internal static class CaseWords
{
    /// <summary>What a claim says, its entities by their ids.</summary>
    public static string Of(Claim claim) => Of(claim, id => id.Value);

    /// <summary>What a claim says, its entities by names of one's own.</summary>
    public static string Of(Claim claim, Func<EntityId, string> name) => claim.Content switch
    {
        Content.Membership c => $"{(c.Sense == MembershipSense.Full ? "member" : Key(c.Sense))}({Of(c.Member, name)}, {Of(c.Body, name)})",
        Content.Agreement c => $"{Key(c.Sense)}({string.Join(", ", c.Parties.Select(party => Of(party, name)).Order(StringComparer.Ordinal))})",
        Content.Ownership c when claim.Expects is Expectation.Band => $"share({Of(c.Owner, name)}, {Of(c.Owned, name)})",
        Content.Ownership c => $"owns-{Key(c.Quantifier)}({Of(c.Owner, name)}, {Of(c.Owned, name)})",
        Content.Rank c => $"rank({Of(c.Subject, name)}, {c.Commodity}{(c.Among is { } among ? $", among {Of(among, name)}" : "")})",
        Content.Quantity c => $"amount({Of(c.Subject, name)}, {c.Counts}{(c.Commodity.Length > 0 ? $" of {c.Commodity}" : "")})",
        Content.ShareOfTotal c => $"part({Of(c.Subject, name)}, {c.Counts} of {c.Commodity}, of {Of(c.Whole, name)})",
        Content.RouteShare c => $"by-route({Of(c.Via, name)}, {c.Commodity} of {Of(c.Origin, name)}{(c.IsOfExports ? ", exports" : "")})",
        Content.TradeShare c => $"trade({Of(c.Partner, name)}, {c.Flow} of {Of(c.Country, name)})",
        Content.Regime { Asset: { } asset } c => $"regime({Of(asset, name)}, {c.RegimeKind})",
        Content.Regime c => $"mostly({(c.Of is { } of ? Of(of, name) : "?")}, {c.Commodity}, {c.RegimeKind})",
        Content.RankThroughout c => $"rank-throughout({Of(c.Subject, name)}, {c.Commodity}, {c.Place})",
        Content.Control c => $"{(c.Sense == ControlSense.Majority ? "controls" : "operates")}({Of(c.Holder, name)}, {Of(c.Asset, name)})",
        Content.MembershipChange c => $"{(c.Ends ? "left" : "joined")}({Of(c.Member, name)}, {Of(c.Body, name)})",
        Content.StakeChange c => $"{(c.Ends ? "sold" : "bought")}({Of(c.Owner, name)}, {Of(c.Asset, name)})",
        Content.ShareMove c => $"moved({Of(c.Owner, name)}, {Of(c.Asset, name)}, {c.From.Said} to {c.To.Said})",
        Content.Event c => $"event({string.Join(" + ", c.Kinds)}: {string.Join(", ", c.Who.Select(party => Of(party, name)))}{(c.Where is { } where ? $" in {Of(where, name)}" : "")})",
        Content.Dispute c => $"disputed({c.Proposition})",
        Content.Saying c => $"{(c.Asserts ? "says" : "denies")}({Of(c.Speaker, name)}, {c.Proposition})",
        Content.Position c => $"holds({Of(c.Person, name)}, {c.Office}{(c.Of is { } of ? $" of {Of(of, name)}" : "")})",
        Content.Open => $"open({Key(claim.Kind)})",
        _ => throw new UnreachableException($"No such content: {claim.Content.GetType().Name}"),
    };

    public static string Of(Answer answer) => answer switch
    {
        Answer.Decided decided => decided.IsTrue ? "true" : "false",
        Answer.Interval { Value: var value, Unit: var unit } => value.Low == value.High ? $"{Of(value.Low)} {unit}" : $"{Of(value.Low)} to {Of(value.High)} {unit}",
        Answer.Placed placed => placed.Worst == int.MaxValue ? $"place {placed.Best} or lower" : placed.Best == placed.Worst ? $"place {placed.Best}" : $"place {placed.Best} to {placed.Worst}",
        Answer.Names names => string.Join(", ", names.Members.Select(id => id.Value)),
        Answer.Disputed => "disputed",
        Answer.Unknown => "unknown",
        _ => throw new UnreachableException($"No such answer: {answer.GetType().Name}"),
    };

    /// <summary>What a finding says under a key of a case; null: that key does not fit its kind.</summary>
    public static string? Of(Finding finding, string key) => key switch
    {
        "claim" => Of(finding.Claim),
        "quote" => finding.Claim.Quote,
        "stance" => Key(finding.Claim.Stance),
        "speaker" => finding.Claim.Speaker,
        "expects" => finding.Claim.Expects is Expectation.Band band ? $"{band.Words} = {band.Figures}" : finding.Claim.Expects.Words,
        "time" => finding.Claim.Time.Days?.ToString() ?? "not known",
        "about" => finding.Claim.Content is Content.Agreement agreement ? string.Join(", ", agreement.About.SelectMany(group => group).Distinct()) : null,
        "place" => (finding.Claim.Content as Content.Agreement)?.SigningPlace,
        "signed" => (finding.Claim.Content as Content.Agreement)?.Signed?.ToString(),
        "answer" => Of(finding.Answer),
        "verdict" => Key(finding.Verdict),
        "flips" => finding.Sensitivity is { } known ? None(string.Join('\n', known.Flips.Select(Of))) : "",
        "missing" => finding.Sensitivity is { } open ? None(string.Join('\n', open.Missing.Select(Of))) : "",
        "later" => finding.Later is { } later ? Key(later.Finding.Verdict) : "same",
        "changed by" => finding.Later is { } changed ? $"{Key(changed.Cause)}: {string.Join(", ", changed.Rows.Select(row => row.Id))}" : "",
        "years" => string.Join(", ", finding.Picked?.Years.Select(year => $"{year.Days} {Key(year.Finding.Verdict)}") ?? []),
        _ => throw new UnreachableException($"No such key: {key}"),
    };

    private static string Of(Flip flip) => flip.Kind switch
    {
        FlipKind.Removal => $"without {flip.Row!.Id}: {Key(flip.Verdict)}",
        FlipKind.Addition => $"with one more in {flip.Table}: {Key(flip.Verdict)}",
        _ => $"{flip.Row!.Id} {flip.Column} {flip.To}: {Key(flip.Verdict)}",
    };

    private static string Of(MissingRow row) =>
        $"{Key(row.Decides)} {string.Join(' ', new[] { row.Table, row.Subject?.Value, row.Object?.Value, row.Indicator, row.Row is null ? "" : $"({row.Row})" }.Where(word => !string.IsNullOrEmpty(word)))}";

    private static string None(string lines) => lines.Length == 0 ? "none" : lines;

    private static string Of(Party party, Func<EntityId, string> name) =>
        (party.Sense == HolderSense.Nationals ? "nationals of " : "") + (party.Entities.IsEmpty ? "?" : string.Join(" + ", party.Entities.Select(name)));

    private static string Of(Thing thing, Func<EntityId, string> name) => thing.Entity is { } entity ? name(entity)
        : thing.Commodity.Length == 0 ? "?" : thing.Of is { } state ? $"{thing.Commodity} of {name(state)}" : thing.Commodity;

    private static string Of(decimal figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Key(Enum value) => RuleNode.Kebab(value.ToString());
}
