using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Questions;

/// <summary>Of whom a meter counts.</summary>
public enum MeterOf
{
    /// <summary>Of all.</summary>
    All,
    /// <summary>Of states, regions, fields, mines.</summary>
    States,
    /// <summary>Of companies.</summary>
    Companies,
}

/// <summary>What some indicators of the record count.</summary>
/// <param name="Goods">A key of the commodity lexicon.</param>
/// <param name="Counts"><c>production</c>, <c>exports</c> or <c>throughput</c>.</param>
/// <param name="Of">Of whom.</param>
/// <param name="Indicators">The indicators, the fittest first.</param>
/// <param name="Shares">Indicators in percent of the whole that their scope names.</param>
/// <param name="Taken">In words, where there are several readings.</param>
/// <param name="IsMinor">Whether the verdict may stand while this reading is undecided.</param>
public sealed record Meter(string Goods, string Counts, MeterOf Of, ImmutableArray<string> Indicators, ImmutableArray<string> Shares, string Taken, bool IsMinor);

/// <summary>The indicators of a flow of trade: the scope of a row names the partner.</summary>
/// <param name="Flow"><c>trade</c>, <c>exports</c> or <c>imports</c>.</param>
/// <param name="With">With one partner.</param>
/// <param name="Total">With all.</param>
/// <param name="Share">In percent of all.</param>
public sealed record TradeMeter(string Flow, string With, string Total, string Share);

/// <summary>A contract regime.</summary>
/// <param name="Id">As in the regimes table.</param>
/// <param name="Words">The words for it.</param>
/// <param name="Excludes">Regimes that a contract under this one cannot have beside it.</param>
public sealed record RegimeWords(string Id, ImmutableArray<string> Words, ImmutableArray<string> Excludes)
{
    /// <summary>The words, to be found among tokens.</summary>
    internal PhraseTable<string> Phrases { get; } = new(Words.Select(words => KeyValuePair.Create(words, Id)));
}

/// <summary>What the record's indicators count, from <c>rules/meters.yaml</c>.</summary>
/// <param name="Figures">Of goods.</param>
/// <param name="Trade">Of trade.</param>
/// <param name="Regimes">Contract regimes.</param>
public sealed record Meters(ImmutableArray<Meter> Figures, ImmutableArray<TradeMeter> Trade, ImmutableArray<RegimeWords> Regimes);
