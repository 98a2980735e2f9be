using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>One fact has one row, and one name of one kind has one id.</summary>
internal static class UniquenessCheck
{
    public static void Run(LintedPack pack)
    {
        var rows = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var row in pack.Everywhere)
        {
            if (KeyOf(row) is not { } fact) continue;
            var key = $"{LintedPack.TellingOf(row)}/{fact}";
            if (rows.TryAdd(key, row)) continue;
            var (code, mend) = row is Part
                ? ("part-twice", "delete one: a part that is counted twice spoils the sum")
                : ("duplicate-row", "merge the rows and join their sources");
            pack.Report(row, FirstColumn(row), code, $"the same as {rows[key].Place}", "one row for one fact", mend);
        }
        // A register knows its subjects by numbers, and many of them share a name.
        if (pack.Descriptor.Imported.Length == 0) SharedNames(pack);
    }

    private static void SharedNames(LintedPack pack)
    {
        var names = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in pack.Everywhere.OfType<Entity>())
        {
            if (names.TryAdd($"{entity.Kind}/{entity.Name}", entity)) continue;
            var first = names[$"{entity.Kind}/{entity.Name}"];
            if (first.EntityId != entity.EntityId)
                pack.Report(entity, "name", "shared-name", $"'{entity.Name}', already the name of '{first.EntityId}'", "one id for one name and kind", "use the id that exists, or tell the two apart in the name");
        }
    }

    // Rows of these keys tell the same fact. Entities, agreements, events, propositions and sources have ids of their own.
    private static string? KeyOf(Statement row) => row switch
    {
        Domicile r => $"domiciles/{r.Firm}/{r.Country}/{r.Validity.From}",
        Stake r => $"stakes/{r.Owner}/{r.Asset}/{r.Interest}/{r.StakeStatus}/{r.Validity.From}/{r.Validity.Seen}",
        OtherInterest r => $"interests/{r.Holder}/{r.Subject}/{r.Type}/{r.Directness}/{r.Validity.From}/{r.Validity.Seen}",
        DisclosureException r => $"exceptions/{r.Subject}/{r.About}/{r.Reason}/{r.Validity.From}/{r.Validity.Seen}",
        Link r => $"links/{r.Entity}/{r.SameAs}",
        Operation r => $"operations/{r.Operator}/{r.Asset}/{r.Validity.From}",
        Regime r => $"regimes/{r.Asset}/{r.RegimeKind}/{r.Validity.From}",
        Membership r => $"memberships/{r.Member}/{r.Body}/{r.MembershipStatus}/{r.Validity.From}",
        Position r => $"positions/{r.Person}/{r.Office}/{r.Of}/{r.Validity.From}",
        Attribution r => $"attributions/{r.PropositionId}/{r.SaidBy}/{r.Date}/{r.Assertion}",
        Measure r => $"measures/{r.Subject}/{r.Indicator}/{r.Period}/{r.Scope}/{r.Central}/{r.Value}/{r.MeasureStatus}",
        Part r => $"parts/{r.Whole}/{r.Indicator}/{r.Period}/{r.Subject}",
        Ranking r => $"rankings/{r.List}/{r.Subject}",
        Route r => $"routes/{r.Commodity}/{r.Origin}/{r.Via}/{r.Destination}/{r.Period}/{r.Value}/{r.SharePercent}/{r.RouteStatus}",
        Completeness r => $"completeness/{r.Table}/{r.Subject}/{r.Indicator}/{r.Scope}/{r.From}",
        _ => null,
    };

    private static string FirstColumn(Statement row) =>
        row is Part ? "part" : TableFormat.Find(Path.GetFileNameWithoutExtension(row.Place.File))!.Columns[0];
}
