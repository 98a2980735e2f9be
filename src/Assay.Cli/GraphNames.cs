using Assay.Formats.Graphs;
using Assay.Formats.Tables;

namespace Assay.Cli;

/// <summary>Finds entities by the ids that the user gives.</summary>
internal static class GraphNames
{
    /// <summary>The index of an entity.</summary>
    /// <exception cref="StopException">There is no such id.</exception>
    public static int Entity(GraphData data, string id) =>
        data.Ids.Find(id) is >= 0 and var index ? index : throw StopException.Usage($"there is no entity '{id}' among the {data.Ids.Count} of the graph");

    /// <summary>The indices of entities, each once.</summary>
    /// <exception cref="StopException">There is no such id.</exception>
    public static int[] Entities(GraphData data, IEnumerable<string> ids) => [.. ids.Select(id => Entity(data, id)).Distinct()];

    /// <summary>Columns that name an entity of each row, with its country and kind where the graph says them.</summary>
    public static IEnumerable<ResultColumn> Columns(GraphData data, string name, Func<int, int> entity)
    {
        yield return new ResultColumn.Entity(name, name, data.Ids, entity);
        if (data.Countries is { } countries) yield return new ResultColumn.Text("country", "country", row => countries[entity(row)]);
        if (data.Kinds is { } kinds) yield return new ResultColumn.Text("kind", "kind", row => kinds[entity(row)]);
    }
}
