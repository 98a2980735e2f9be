using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>What a picture of a table shows. The family is closed: its cases are nested here.</summary>
public abstract record RecordPicture
{
    private protected RecordPicture() { }

    /// <summary>What held from when to when, up to a last day.</summary>
    public sealed record TimeLine(ImmutableArray<TimeBar> Bars, DateOnly Until) : RecordPicture;

    /// <summary>How much went by which way.</summary>
    public sealed record Flows(string Origin, string Unit, ImmutableArray<Flow> Ways) : RecordPicture;

    /// <summary>Whose part was how much, one column a time.</summary>
    public sealed record SharesOverTime(ImmutableArray<SharesAt> Times) : RecordPicture;
}

/// <summary>A bar on a time line.</summary>
/// <param name="Label">What it is.</param>
/// <param name="From">From when; null where that is not known.</param>
/// <param name="To">Until when; null where it goes on, or where the end is not known.</param>
/// <param name="Holds">Whether it held at the end of the line.</param>
public sealed record TimeBar(string Label, PartialDate? From, PartialDate? To, Truth Holds);

/// <summary>One way with its volume.</summary>
/// <param name="Via">Through what.</param>
/// <param name="Destination">To where; empty where that is not known.</param>
/// <param name="Value">How much.</param>
/// <param name="IsSure">Whether it is reported and neither a forecast nor a bound.</param>
public sealed record Flow(string Via, string Destination, decimal Value, bool IsSure);

/// <summary>The shares at one time.</summary>
/// <param name="Label">The year, or the day.</param>
/// <param name="Slices">Greatest first, the unknown part last with an empty id.</param>
public sealed record SharesAt(string Label, ImmutableArray<ShareSlice> Slices);
