namespace Assay.Evidence;

/// <summary>Where a statement comes from: a page, a document, a data set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Title">Its title; in [brackets] where it describes the page.</param>
/// <param name="Date">When it appeared, if known.</param>
public sealed record Source(SourceId Id, string Publisher, string Title, PartialDate? Date)
{
    /// <summary>Its address; empty where none was kept.</summary>
    public string Url { get; init; } = "";

    /// <summary><c>primary</c>, <c>news</c> or <c>reference</c>.</summary>
    public string Kind { get; init; } = "";
}
