using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assay.Questions;

/// <summary>A unit of measure.</summary>
/// <param name="Id">As the evidence tables write it.</param>
/// <param name="Measures">What it measures: units of one measure turn into each other exactly.</param>
/// <param name="Size">How many base units of its measure one of it is.</param>
/// <param name="IsPerDay">Whether it counts so many a day.</param>
/// <param name="ShownFrom">Figures of that many base units or more are shown in it; null: it is only read.</param>
public sealed record Unit(string Id, string Measures, decimal Size, bool IsPerDay, decimal? ShownFrom);

/// <summary>What lies between two units that measure different things.</summary>
/// <param name="From">One of this unit</param>
/// <param name="To">is so many of this one:</param>
/// <param name="Goods">Of which goods; empty: any.</param>
/// <param name="Low">At least.</param>
/// <param name="High">At most.</param>
/// <param name="Source">Who says so, or how it follows.</param>
public sealed record UnitRatio(string From, string To, string Goods, decimal Low, decimal High, string Source);

/// <summary>How a figure in one unit becomes one in another.</summary>
/// <param name="From">The unit of the record.</param>
/// <param name="To">The unit asked for.</param>
/// <param name="Low">One of the first is at least so many of the second,</param>
/// <param name="High">at most so many.</param>
/// <param name="Days">1: times the days of the period (a daily rate becomes an amount); -1: divided by them; 0: neither.</param>
/// <param name="Source">Where the factor is from; empty where it is of one measure.</param>
public sealed record Conversion(string From, string To, decimal Low, decimal High, int Days, string Source);

/// <summary>The units of measure, from <c>rules/units.yaml</c>.</summary>
public sealed class UnitTable
{
    private readonly FrozenDictionary<string, Unit> _units;
    private readonly ImmutableArray<UnitRatio> _ratios;

    /// <summary>With units by id and what lies between their measures.</summary>
    public UnitTable(IEnumerable<Unit> units, IEnumerable<UnitRatio> ratios)
    {
        _units = units.DistinctBy(unit => unit.Id).ToFrozenDictionary(unit => unit.Id);
        _ratios = [.. ratios.Where(ratio => _units.ContainsKey(ratio.From) && _units.ContainsKey(ratio.To))];
    }

    /// <summary>The unit of that id, or null.</summary>
    public Unit? this[string id] => _units.GetValueOrDefault(id);

    /// <summary>The unit of the same measure in which a figure is shown.</summary>
    public Unit Shown(Unit unit, decimal value)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return _units.Values.Where(other => other.Measures == unit.Measures && other.IsPerDay == unit.IsPerDay && other.ShownFrom <= value * unit.Size).MaxBy(other => other.Size) ?? unit;
    }

    /// <summary>All the ways to come to a unit, of goods: from units of its own measure first.</summary>
    public ImmutableArray<Conversion> To(string asked, string goods)
    {
        if (this[asked] is not { } to) return [];
        var units = _units.Values.OrderBy(unit => unit.Id, StringComparer.Ordinal).ToList();
        return
        [
            .. units.Where(unit => unit.Measures == to.Measures).Select(unit => new Conversion(unit.Id, to.Id, unit.Size / to.Size, unit.Size / to.Size, Days(unit, to), "")),
            .. units.Where(unit => unit.Measures != to.Measures).Select(unit => Across(unit, to, goods)).OfType<Conversion>(),
        ];
    }

    private Conversion? Across(Unit from, Unit to, string goods)
    {
        foreach (var ratio in _ratios.Where(ratio => ratio.Goods.Length == 0 || ratio.Goods == goods))
        {
            var (left, right) = (_units[ratio.From], _units[ratio.To]);
            if (left.Measures == from.Measures && right.Measures == to.Measures)
                return Scaled(from, to, from.Size / left.Size * right.Size / to.Size, ratio.Low, ratio.High, ratio.Source);
            if (left.Measures == to.Measures && right.Measures == from.Measures)
                return Scaled(from, to, from.Size / right.Size * left.Size / to.Size, 1 / ratio.High, 1 / ratio.Low, ratio.Source);
        }
        return null;
    }

    private static Conversion Scaled(Unit from, Unit to, decimal scale, decimal low, decimal high, string source) =>
        new(from.Id, to.Id, low * scale, high * scale, Days(from, to), source);

    private static int Days(Unit from, Unit to) => (from.IsPerDay ? 1 : 0) - (to.IsPerDay ? 1 : 0);
}
