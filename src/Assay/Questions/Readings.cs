using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Questions;

/// <summary>What vague words may mean: data of <c>rules/readings.yaml</c>.</summary>
public sealed record Readings
{
    /// <summary>By a group's id: the groups that it may mean.</summary>
    public required ImmutableDictionary<EntityId, ImmutableArray<GroupChoice>> Groups { get; init; }

    /// <summary>By a class of goods that is no single good: the goods that it may mean.</summary>
    public required ImmutableDictionary<string, ImmutableArray<GoodsChoice>> Goods { get; init; }

    /// <summary>By a word of owning, said of a country's output: how it may be counted.</summary>
    public required ImmutableDictionary<string, ImmutableArray<MeasureChoice>> Relations { get; init; }
}

/// <summary>One definition of a group.</summary>
/// <param name="Group">The group so defined.</param>
/// <param name="Taken">In words.</param>
/// <param name="IsMinor">Whether the verdict may stand while this reading is undecided.</param>
public sealed record GroupChoice(EntityId Group, string Taken, bool IsMinor);

/// <summary>One of the goods that a class may mean.</summary>
/// <param name="Goods">Its key in the commodity lexicon.</param>
/// <param name="Taken">In words.</param>
/// <param name="IsMinor">Whether the verdict may stand while this reading is undecided.</param>
public sealed record GoodsChoice(string Goods, string Taken, bool IsMinor);

/// <summary>One way to count ownership.</summary>
/// <param name="Measure">How.</param>
/// <param name="Taken">In words.</param>
/// <param name="IsMinor">Whether the verdict may stand while this reading is undecided.</param>
public sealed record MeasureChoice(OwnershipMeasure Measure, string Taken, bool IsMinor);
