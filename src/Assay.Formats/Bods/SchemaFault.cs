namespace Assay.Formats.Bods;

/// <summary>What in a statement is not as the schema wants it.</summary>
/// <param name="Keyword">The keyword of JSON Schema that it breaks.</param>
/// <param name="Path">Where, from the statement: <c>.recordDetails.addresses[0].type</c>.</param>
/// <param name="Missing">The field that is missing; empty where another keyword is broken.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
internal sealed record SchemaFault(string Keyword, string Path, string Missing, string Found, string Expected)
{
    /// <summary>As a problem of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">What stands before the path, as <c>$[3]</c>.</param>
    /// <param name="line">The line of the place.</param>
    /// <param name="column">Its column.</param>
    public Problem At(string file, string root, int line, int column) => new(
        $"bods-{Keyword.ToLowerInvariant()}", file, line, column, Missing.Length > 0 ? $"{root}{Path} has no {Missing}" : $"{root}{Path} is {Found}", Expected,
        Missing.Length > 0 ? "add it; the statement was passed over" : "correct it; the statement was passed over");
}
