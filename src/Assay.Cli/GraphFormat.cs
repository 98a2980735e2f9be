namespace Assay.Cli;

/// <summary>How a table of results is printed.</summary>
internal enum GraphFormat
{
    /// <summary>A table for the terminal.</summary>
    Text,
    /// <summary>An object with totals and rows.</summary>
    Json,
    /// <summary>The rows for a spreadsheet.</summary>
    Csv,
    /// <summary>The rows for a data frame.</summary>
    Parquet,
}
