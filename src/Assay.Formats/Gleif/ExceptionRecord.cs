namespace Assay.Formats.Gleif;

/// <summary>A record of level 2: why an entity names no parent, as the Reporting Exceptions Format 1.1 and 2.1 have it.</summary>
internal sealed class ExceptionRecord : GleifRecord
{
    public string Lei { get; set; } = "";

    /// <summary>Which parent: the direct or the ultimate one.</summary>
    public string Category { get; set; } = "";

    public List<string> Reasons { get; } = [];

    /// <summary>Laws and the like, or any other words of the entity.</summary>
    public List<string> References { get; } = [];

    protected override void Clear()
    {
        (Lei, Category) = ("", "");
        Reasons.Clear();
        References.Clear();
    }

    protected override bool TakeOwn(ReadOnlySpan<string> path, string text)
    {
        switch (path[0])
        {
            case "LEI": Lei = text; return true;
            case "ExceptionCategory": Category = text; return true;
            case "ExceptionReason": Reasons.Add(text); return true;
            case "ExceptionReference": References.Add(text); return true;
            default: return false;
        }
    }
}
