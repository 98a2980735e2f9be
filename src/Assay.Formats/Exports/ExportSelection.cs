using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Rows;

namespace Assay.Formats.Exports;

/// <summary>
/// Selects rows of a record for an export: a pack, an entity's surroundings, or rows named by their ids. What the rows name comes along: entities with those
/// above them, agreements, events and propositions, and of rival figures those that stand before.
/// </summary>
/// <param name="evidence">The record.</param>
/// <param name="report">Where statements of completeness and parts of sums are told of that the selection would make untrue.</param>
public sealed class ExportSelection(EvidenceSnapshot evidence, ExportReport report)
{
    private readonly Lazy<ILookup<string, Statement>> _described = new(() => evidence.Statements.Where(row => KeyOf(row).Length > 0).ToLookup(KeyOf, StringComparer.Ordinal));

    /// <summary>The days asked about; rows that surely held on none of them are left aside. Null: all rows.</summary>
    public DayRange? At { get; init; }

    /// <summary>The rows of a pack.</summary>
    /// <param name="name">The pack's name.</param>
    /// <exception cref="ArgumentException">The record has no such pack.</exception>
    public ExportScope OfPack(string name)
    {
        var pack = evidence.Packs.FirstOrDefault(pack => pack.Name == name) ?? throw new ArgumentException($"The record has no pack '{name}'.", nameof(name));
        return Completed(evidence.Statements.Where(row => row.Place.Pack == name), name, pack.Title, pack);
    }

    /// <summary>An entity with the rows that name it, those that name what these name, and so on.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="depth">How many steps are taken; 0: the entity alone, with what stands above it.</param>
    public ExportScope Around(EntityId entity, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        var rows = new HashSet<StatementId>();
        var near = WithLinked([entity], rows);
        for (var step = 0; step < depth; step++)
        {
            var next = new HashSet<EntityId>(near);
            foreach (var row in evidence.Statements)
            {
                // An entity's own row says where it is registered: whoever is registered there is not near it for that.
                if (row is Entity || !IsHeld(row)) continue;
                var columns = RowColumns.Of(row);
                if (!columns.Subjects.Any(near.Contains) && !columns.Objects.Any(near.Contains)) continue;
                rows.Add(row.Id);
                foreach (var id in columns.Subjects.Concat(columns.Objects)) next.Add(id);
            }
            near = WithLinked(next, rows);
        }
        return Completed(evidence.Statements.Where(row => rows.Contains(row.Id) || (row is Entity one && near.Contains(one.EntityId))),
            $"around-{entity}", $"{evidence.NameOf(entity)} and what is around it");
    }

    /// <summary>The rows of these ids, in the order of the record.</summary>
    /// <param name="ids">The ids; what the record does not have is told to the report.</param>
    /// <param name="name">A slug for what they are.</param>
    /// <param name="title">What they are, in words.</param>
    public ExportScope OfRows(IEnumerable<StatementId> ids, string name, string title)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var wanted = new HashSet<StatementId>();
        foreach (var id in ids)
            if (wanted.Add(id) && evidence.Statement(id) is null) report.Lost("rows that the record does not have", id);
        return Completed(evidence.Statements.Where(row => wanted.Contains(row.Id)), name, title);
    }

    // What is decided to be the same is no step away.
    private HashSet<EntityId> WithLinked(HashSet<EntityId> near, HashSet<StatementId> rows)
    {
        var links = evidence.Rows<Link>().Where(link => link.Outcome == LinkOutcome.Same).ToList();
        for (var isMore = true; isMore;)
        {
            isMore = false;
            foreach (var link in links)
            {
                if (near.Contains(link.Entity) || near.Contains(link.SameAs)) rows.Add(link.Id);
                if (near.Contains(link.Entity) != near.Contains(link.SameAs)) isMore = near.Add(link.Entity) | near.Add(link.SameAs);
            }
        }
        return near;
    }

    private ExportScope Completed(IEnumerable<Statement> rows, string name, string title, PackVersion? pack = null)
    {
        var chosen = new HashSet<StatementId>();
        var open = new Queue<Statement>();
        foreach (var row in rows.Where(IsHeld)) Take(row);
        while (open.TryDequeue(out var row))
        {
            foreach (var (referent, id) in StatementCells.Named(row)) Bring(referent, id);
            if (row is Measure { Scope.Length: > 0 } measure) Bring(Referent.Entity, measure.Scope);
            foreach (var rival in RivalsBefore(row, pack)) Take(rival);
        }
        if (pack is null || At is not null) DropUntrue(chosen);
        var scope = new ExportScope(evidence, [.. evidence.Statements.Where(row => chosen.Contains(row.Id))]) { Name = name, Title = title, Pack = pack };
        return new PacksAsOne(scope, report).Merged();

        void Take(Statement row)
        {
            if (!chosen.Add(row.Id)) return;
            open.Enqueue(row);
            if (pack is null && KeyOf(row) is { Length: > 0 } key) Describe(key);
        }

        void Bring(Referent referent, string id)
        {
            switch (referent)
            {
                case Referent.Entity: Describe($"entities/{id}"); break;
                case Referent.Agreement: Describe($"agreements/{id}"); break;
                case Referent.Proposition: Describe($"propositions/{id}"); break;
                case Referent.EntityAgreementOrEvent or Referent.Subject:
                    if (!Describe($"entities/{id}") && !Describe($"agreements/{id}")) Describe($"events/{id}");
                    break;
            }
        }

        // A pack's rows name what it describes itself, else what packs made by hand do, that it builds on; any other selection what all describe together.
        bool Describe(string key)
        {
            Statement[] all = [.. _described.Value[key]];
            if (pack is not null && Array.Exists(all, row => row.Place.Pack == pack.Name)) all = Array.FindAll(all, row => row.Place.Pack == pack.Name);
            else if (pack is not null && Array.Exists(all, row => !row.Place.IsImported)) all = Array.FindAll(all, row => !row.Place.IsImported);
            foreach (var row in all) Take(row);
            return all.Length > 0;
        }
    }

    // By what rows of several packs are told to describe one thing; empty: the row describes nothing.
    private static string KeyOf(Statement row) => row switch
    {
        Entity entity => $"entities/{entity.EntityId}",
        Agreement pact => $"agreements/{pact.AgreementId}",
        Event happening => $"events/{happening.EventId}",
        Proposition proposition => $"propositions/{proposition.PropositionId}",
        _ => "",
    };

    // Ids of rivals count up: without those before, a row would have another id when it is read again. What another pack tells is no rival, but for packs made by hand, which know each other.
    private IEnumerable<Statement> RivalsBefore(Statement row, PackVersion? pack)
    {
        var id = row.Id.Value;
        var mark = id.LastIndexOf('~');
        if (mark < 0 || !int.TryParse(id.AsSpan(mark + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place)) yield break;
        for (var before = place - 1; before >= 1; before--)
            if (evidence.Statement(new StatementId(before == 1 ? id[..mark] : $"{id[..mark]}~{before}")) is { } rival && (rival.Place.Pack == row.Place.Pack || (pack is null && !rival.Place.IsImported && !row.Place.IsImported))) yield return rival;
    }

    // That a list is complete is true of the whole list only; so is a sum of its parts.
    private void DropUntrue(HashSet<StatementId> chosen)
    {
        var broken = evidence.Statements.Where(row => !chosen.Contains(row.Id)).SelectMany(ListsOf).ToHashSet();
        foreach (var row in evidence.Statements.Where(row => chosen.Contains(row.Id)))
        {
            if (row is Completeness list && broken.Contains((list.Table, list.Subject.Value)))
            {
                chosen.Remove(row.Id);
                report.Lost("statements of completeness of which the selection does not have all rows", row.Id);
            }
            else if (row is Part part && broken.Contains(SumOf(part)))
            {
                chosen.Remove(row.Id);
                report.Lost("parts of sums of which the selection does not have all parts", row.Id);
            }
        }
    }

    /// <summary>The lists that a row belongs to, by table and by whose list it is.</summary>
    private static IEnumerable<(string Table, string Subject)> ListsOf(Statement row) => row switch
    {
        Entity or Completeness => [],
        Stake stake => [("stakes", stake.Asset.Value)],
        Membership member => [("memberships", member.Body.Value)],
        Position position => [("positions", position.Of.Value)],
        Ranking place => [("rankings", place.List.Value)],
        Part part => [("parts", part.Whole.Value), SumOf(part)],
        _ => RowColumns.Of(row) is var columns ? columns.Subjects.Concat(columns.Objects).Select(id => (row.Id.Value[..row.Id.Value.IndexOf('/', StringComparison.Ordinal)], id.Value)) : [],
    };

    private static (string Table, string Subject) SumOf(Part part) => ("parts", $"{part.Whole}/{part.Indicator}/{part.Period}");

    private bool IsHeld(Statement row)
    {
        if (At is not { } days) return true;
        return row switch
        {
            Stake { Validity: var span } => span.HoldsOn(days) != Truth.False,
            OtherInterest { Validity: var span } => span.HoldsOn(days) != Truth.False,
            DisclosureException { Validity: var span } => span.HoldsOn(days) != Truth.False,
            Operation { Validity: var span } => span.HoldsOn(days) != Truth.False,
            Domicile { Validity: var span } => span.HoldsOn(days) != Truth.False,
            Regime { Validity: var span } => span.HoldsOn(days) != Truth.False,
            Membership { Validity: var span } => span.HoldsOn(days) != Truth.False,
            Position { Validity: var span } => span.HoldsOn(days) != Truth.False,
            Agreement pact => Begun(pact.InForce ?? pact.Signed, days) && (pact.Ended is not { } ended || ended.Last >= days.First),
            Event happening => Begun(happening.From, days) && (happening.To is not { } last || last.Last >= days.First),
            Measure { Period: var period } => period.Days.Overlaps(days),
            Part { Period: var period } => period.Days.Overlaps(days),
            Ranking { Period: var period } => period.Days.Overlaps(days),
            Route { Period: var period } => period.Days.Overlaps(days),
            Attribution said => Begun(said.Date, days),
            Completeness list => Begun(list.From, days) && (list.To is not { } end || end.Last > days.First),
            _ => true,
        };
    }

    private static bool Begun(PartialDate? from, DayRange days) => from is not { } first || first.First <= days.Last;
}
