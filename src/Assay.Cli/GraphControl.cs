using Assay.Formats.Graphs;
using Assay.Ownership;

namespace Assay.Cli;

/// <summary>Who surely controls whom in a graph: by more than half of the votes, jointly with what it controls, or by a right; nobody where another has a veto.</summary>
internal sealed class GraphControl
{
    private readonly ControlMap _map;

    public GraphControl(GraphData data)
    {
        var count = data.Votes.EntityCount;
        var vetoed = new bool[data.Vetoes.IsEmpty ? 0 : count];
        foreach (var pair in data.Vetoes.Span) vetoed[pair.Asset] = true;
        var rights = data.Controls.ToArray().Select(pair => new ControlPair(pair.Owner, pair.Asset)).ToArray();
        _map = ControlMap.Prepare(data.Votes, new bool[count], rights, vetoed);
    }

    /// <summary>How many control how much.</summary>
    public ControlTotals Count(IProgress<double>? progress) => _map.Count(progress);

    /// <summary>What an entity controls, in the order of the entities.</summary>
    public int[] Controlled(int controller) => [.. _map.FindControlled(controller).Order()];

    /// <summary>The one that controls an entity and all its other controllers; null where there is none.</summary>
    public int? Ultimate(int entity) => _map.FindUltimateController(entity) is >= 0 and var controller ? controller : null;

    /// <summary>Whether several control an entity of whom none controls all others.</summary>
    public bool HasSeveral(int entity) => _map.FindUltimateController(entity) == ControlMap.Several;

    /// <summary>Who controls an entity, in the order of the entities.</summary>
    public int[] ControllersOf(int entity, IProgress<double>? progress)
    {
        var found = new List<int>();
        _map.Visit(
            () => new List<int>(),
            (part, group) =>
            {
                foreach (var controlled in group)
                    if (controlled == entity) part.Add(group.Controller);
            },
            found.AddRange,
            progress);
        return [.. found.Order()];
    }

    /// <summary>Every controller with how many it controls, most first.</summary>
    public (int Controller, int Count)[] Groups(IProgress<double>? progress)
    {
        var groups = new List<(int Controller, int Count)>();
        _map.Visit(() => new List<(int, int)>(), (part, group) => part.Add((group.Controller, group.Count)), groups.AddRange, progress);
        return [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group.Controller)];
    }

    /// <summary>Every pair of a controller and what it controls, in the order in which the map visits them, which is the same every time.</summary>
    public (List<int> Controllers, List<int> Entities) Pairs(IProgress<double>? progress)
    {
        var (controllers, entities) = (new List<int>(), new List<int>());
        _map.Visit(
            () => (Controllers: new List<int>(), Entities: new List<int>()),
            (part, group) =>
            {
                foreach (var entity in group)
                {
                    part.Controllers.Add(group.Controller);
                    part.Entities.Add(entity);
                }
            },
            part =>
            {
                controllers.AddRange(part.Controllers);
                entities.AddRange(part.Entities);
            },
            progress);
        return (controllers, entities);
    }
}
