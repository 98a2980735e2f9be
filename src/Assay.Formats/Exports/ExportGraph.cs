using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Exports;

/// <summary>Statements as a graph: entities, agreements and events are nodes, what ties two of them is an edge. What is neither is told to the report.</summary>
internal sealed class ExportGraph
{
    private readonly List<ExportNode> _nodes = [];
    private readonly List<ExportEdge> _edges = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ExportReport _report;

    private ExportGraph(ExportReport report) => _report = report;

    public IReadOnlyList<ExportNode> Nodes => _nodes;

    public IReadOnlyList<ExportEdge> Edges => _edges;

    public static ExportGraph Of(ExportScope scope, ExportReport report)
    {
        var graph = new ExportGraph(report);
        foreach (var row in scope.Statements) graph.AddNode(row);
        foreach (var row in scope.Statements) graph.AddEdges(row);
        report.Wrote("nodes", graph._nodes.Count);
        report.Wrote("edges", graph._edges.Count);
        return graph;
    }

    private void AddNode(Statement row)
    {
        switch (row)
        {
            case Entity entity:
                Node(new ExportNode(entity.EntityId.Value, entity.Name, Cells(row)[1])
                {
                    Country = entity.Country?.Value ?? "",
                    Parent = entity.Parent?.Value ?? "",
                    Aliases = string.Join('|', entity.Aliases.Select(alias => alias.Text)),
                    Identifiers = string.Join('|', entity.Identifiers),
                });
                break;
            case Agreement pact:
                Node(new ExportNode(NodeOf(pact), pact.Title, "agreement") { From = (pact.InForce ?? pact.Signed)?.ToString() ?? "", To = pact.Ended?.ToString() ?? "" });
                break;
            case Event happening:
                Node(new ExportNode(NodeOf(happening), happening.Title, "event") { From = happening.From?.ToString() ?? "", To = happening.To?.ToString() ?? "" });
                break;
        }
    }

    private void Node(ExportNode node)
    {
        if (_known.Add(node.Id)) _nodes.Add(node);
    }

    private void AddEdges(Statement row)
    {
        switch (row)
        {
            case Entity:
                break;
            case Stake stake:
                Edge(row, stake.Owner.Value, stake.Asset.Value, "stake", Cells(row)[5], stake.Validity, stake.Share, stake.Central);
                break;
            case OtherInterest held:
                Edge(row, held.Holder.Value, held.Subject.Value, "interest", held.Type, held.Validity);
                break;
            case Link link:
                Edge(row, link.Entity.Value, link.SameAs.Value, "link", Cells(row)[2], new Validity(link.Decided, null, null));
                break;
            case Operation run:
                Edge(row, run.Operator.Value, run.Asset.Value, "operation", run.Role, run.Validity);
                break;
            case Domicile seat:
                Edge(row, seat.Firm.Value, seat.Country.Value, "domicile", "domicile", seat.Validity);
                break;
            case Membership membership:
                Edge(row, membership.Member.Value, membership.Body.Value, "membership", Cells(row)[2], membership.Validity);
                break;
            case Position position:
                Edge(row, position.Person.Value, position.Of.Value, "position", position.Office, position.Validity);
                break;
            case Agreement pact:
                foreach (var party in pact.Parties) Edge(row, party.Value, NodeOf(pact), "party", pact.Kind, new Validity(pact.InForce ?? pact.Signed, pact.Ended, null));
                break;
            case Event happening:
                foreach (var participant in happening.Participants) Edge(row, participant.Value, NodeOf(happening), "participant", happening.Kind, new Validity(happening.From, happening.To, null));
                break;
            case Part part:
                Edge(row, part.Subject.Value, part.Whole.Value, "part", $"{part.Indicator} {part.Period}", default);
                break;
            case Attribution said:
                Edge(row, said.SaidBy.Value, _known.Contains(said.About.Value) ? said.About.Value : _known.Contains($"agreements:{said.About}") ? $"agreements:{said.About}" : $"events:{said.About}",
                    "attribution", $"{(said.Asserts ? "asserts" : "denies")} {said.PropositionId}", new Validity(said.Date, null, null));
                break;
            case Route route:
                EntityId?[] stops = [route.Origin, route.Via, route.Destination];
                var way = stops.OfType<EntityId>().ToArray();
                if (way.Length < 2) _report.Lost("routes with one end", row.Id);
                for (var i = 1; i < way.Length; i++)
                    Edge(row, way[i - 1].Value, way[i].Value, "route", $"{route.Commodity} {route.Period}", default, route.SharePercent is { } share ? Bounds.Exactly(share) : null, route.SharePercent);
                break;
            default:
                _report.Lost(StatementCells.Of(row).Table.Name, row.Id);
                break;
        }
    }

    private void Edge(Statement row, string from, string to, string kind, string label, Validity span, Bounds? share = null, decimal? central = null)
    {
        if (!_known.Contains(from) || !_known.Contains(to))
        {
            _report.Lost("ties to what the record does not know", row.Id);
            return;
        }
        _edges.Add(new ExportEdge(row.Id.Value, from, to, kind, label)
        {
            Share = share,
            Central = central,
            From = span.From?.ToString() ?? "",
            To = span.To?.ToString() ?? "",
            Seen = span.Seen?.ToString() ?? "",
            Lapsed = span.Lapsed?.ToString() ?? "",
            Status = row.Status.ToString().ToLowerInvariant(),
            Sources = string.Join('|', row.Sources),
            Note = row.Note,
        });
    }

    // Ids of agreements and events may be those of entities.
    private static string NodeOf(Agreement pact) => $"agreements:{pact.AgreementId}";

    private static string NodeOf(Event happening) => $"events:{happening.EventId}";

    private static string[] Cells(Statement row) => StatementCells.Of(row).Cells;
}

/// <summary>A node: an entity, an agreement or an event.</summary>
/// <param name="Id">Its id; that of an agreement or event is led by <c>agreements:</c> or <c>events:</c>.</param>
/// <param name="Label">Its name or title.</param>
/// <param name="Kind">The kind of entity, <c>agreement</c> or <c>event</c>.</param>
internal sealed record ExportNode(string Id, string Label, string Kind)
{
    public string Country { get; init; } = "";

    public string Parent { get; init; } = "";

    public string Aliases { get; init; } = "";

    public string Identifiers { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";
}

/// <summary>An edge: one row of the record, or one of the ties that it states.</summary>
/// <param name="Row">The row's id.</param>
/// <param name="Source">The node it leads from.</param>
/// <param name="Target">The node it leads to.</param>
/// <param name="Kind">What ties the two: <c>stake</c>, <c>membership</c> …</param>
/// <param name="Label">The same in more detail: the interest, the standing, the office.</param>
internal sealed record ExportEdge(string Row, string Source, string Target, string Kind, string Label)
{
    /// <summary>In percent; null where the tie has no share.</summary>
    public Bounds? Share { get; init; }

    public decimal? Central { get; init; }

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Seen { get; init; } = "";

    /// <summary>The day after which nobody confirmed it.</summary>
    public string Lapsed { get; init; } = "";

    public string Status { get; init; } = "";

    public string Sources { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>For drawing and for measures of networks, above nothing as programs want it: the share as a fraction, the middle of its limits; 1 where there is none.</summary>
    public double Weight => Share is { } share ? Math.Max(0.0001, (double)(Central ?? (share.Low + share.High) / 2) / 100) : 1;
}
