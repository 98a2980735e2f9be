using System.Collections.Immutable;

namespace Assay.Records;

/// <summary>Which figures of the record tell what ties two states: data of <c>rules/ties.yaml</c>.</summary>
/// <param name="Sections">The sections, in the order in which they are shown.</param>
public sealed record TieRules(ImmutableArray<TieSection> Sections)
{
    /// <summary>No sections.</summary>
    public static TieRules Empty { get; } = new([]);
}

/// <summary>One section of figures.</summary>
/// <param name="Id">A slug.</param>
/// <param name="Title">Its title, for people.</param>
/// <param name="Indicators">The indicators that belong to it.</param>
public sealed record TieSection(string Id, string Title, ImmutableArray<TieIndicator> Indicators);

/// <summary>One indicator of what a state has with a partner.</summary>
/// <param name="Indicator">Its slug.</param>
/// <param name="Total">The indicator of the whole that it is a part of; empty where the record has none.</param>
/// <param name="Of">What it is counted in percent of, where it is a percentage; else empty.</param>
public sealed record TieIndicator(string Indicator, string Total, string Of);
