using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Formats.Rows;

/// <summary>
/// A row of the record in columns that serve every kind: who or what stands in which relation to what else, how much, and when.
/// <c>docs/formats/rows.md</c> says what each holds for each table.
/// </summary>
internal sealed record RowColumns
{
    public ImmutableArray<EntityId> Subjects { get; init; } = [];

    public string Relation { get; init; } = "";

    public ImmutableArray<EntityId> Objects { get; init; } = [];

    public Bounds? Amount { get; init; }

    public string Unit { get; init; } = "";

    public string Period { get; init; } = "";

    public PartialDate? From { get; init; }

    public PartialDate? To { get; init; }

    public PartialDate? Seen { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Whether the row speaks of an entity.</summary>
    public bool Names(EntityId entity) => Subjects.Contains(entity) || Objects.Contains(entity);

    /// <summary>The columns of a row.</summary>
    public static RowColumns Of(Statement row) => row switch
    {
        Entity entity => new() { Subjects = [entity.EntityId], Relation = Word(entity.Kind), Objects = Known(entity.Country, entity.Parent), Text = entity.Name },
        Stake stake => Within(stake.Validity) with { Subjects = [stake.Owner], Relation = Word(stake.Interest), Objects = [stake.Asset], Amount = stake.Share, Unit = "%" },
        Operation run => Within(run.Validity) with { Subjects = [run.Operator], Relation = run.Role, Objects = [run.Asset] },
        Domicile seat => Within(seat.Validity) with { Subjects = [seat.Firm], Relation = "domicile", Objects = [seat.Country] },
        OtherInterest held => Within(held.Validity) with { Subjects = [held.Holder], Relation = held.Type, Objects = [held.Subject], Text = held.Validity.Lapsed is { } lapsed ? $"{held.Directness} (not confirmed after {lapsed})".TrimStart() : held.Directness },
        DisclosureException silence => Within(silence.Validity) with { Subjects = [silence.Subject], Relation = $"exception-{silence.About}", Text = $"{silence.Reason} ({Word(silence.Says)})" },
        Link link => new() { Subjects = [link.Entity], Relation = $"link-{Word(link.Outcome)}", Objects = [link.SameAs], From = link.Decided, Text = link.Basis },
        Regime regime => Within(regime.Validity) with { Subjects = [regime.Asset], Relation = regime.RegimeKind },
        Membership membership => Within(membership.Validity) with { Subjects = [membership.Member], Relation = Word(membership.MembershipStatus), Objects = [membership.Body] },
        Position position => Within(position.Validity) with { Subjects = [position.Person], Relation = position.Office, Objects = [position.Of] },
        Agreement pact => new()
        {
            Subjects = pact.Parties, Relation = pact.Kind, Objects = Known(pact.AgreementId, pact.ReplacedBy), From = pact.InForce ?? pact.Signed, To = pact.Ended,
            Text = $"{pact.Title} ({pact.AgreementStatus})",
        },
        Event happening => new() { Subjects = happening.Participants, Relation = happening.Kind, Objects = [happening.EventId], From = happening.From, To = happening.To, Text = $"{happening.Title} ({happening.EventStatus})" },
        Proposition proposition => new() { Subjects = [new EntityId(proposition.PropositionId)], Relation = "proposition", Text = proposition.Sentence },
        Attribution said => new()
        {
            Subjects = [said.SaidBy], Relation = said.Asserts ? "asserts" : "denies", Objects = [new EntityId(said.PropositionId), said.About, .. said.Named], From = said.Date,
            Text = $"{said.Assertion} ({said.Via})",
        },
        Measure measure => new()
        {
            Subjects = [measure.Subject], Relation = measure.Indicator, Objects = measure.Scope.Length == 0 ? [] : [new EntityId(measure.Scope)], Amount = measure.Value, Unit = measure.Unit,
            Period = measure.Period.ToString(),
        },
        Part part => new() { Subjects = [part.Subject], Relation = part.Indicator, Objects = [part.Whole], Period = part.Period.ToString() },
        Ranking place => new() { Subjects = [place.Subject], Relation = place.Indicator, Objects = [place.List], Amount = Bounds.Exactly(place.Rank), Unit = "place", Period = place.Period.ToString() },
        Route route => new()
        {
            Subjects = [route.Origin], Relation = route.Commodity, Objects = Known(route.Via, route.Destination), Period = route.Period.ToString(),
            Amount = (route.Value ?? route.SharePercent) is { } value ? Bounds.Exactly(value) : null, Unit = route.Value is null && route.SharePercent is not null ? "%" : route.Unit,
        },
        Completeness list => new()
        {
            Subjects = [list.Subject], Relation = $"complete-{list.Table}", Amount = list.Covers, Unit = list.Covers is null ? "" : "%", From = list.From, To = list.To,
            Text = list.Indicator.Length == 0 ? list.Scope : $"{list.Scope} ({list.Indicator})",
        },
        _ => throw new UnreachableException($"No columns for {row.GetType()}."),
    };

    private static RowColumns Within(Validity span) => new() { From = span.From, To = span.To, Seen = span.Seen };

    private static ImmutableArray<EntityId> Known(params ReadOnlySpan<EntityId?> ids)
    {
        var known = ImmutableArray.CreateBuilder<EntityId>();
        foreach (var id in ids)
            if (id is { } one) known.Add(one);
        return known.ToImmutable();
    }

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
