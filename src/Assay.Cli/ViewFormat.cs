namespace Assay.Cli;

/// <summary>How a view of the record is printed.</summary>
internal enum ViewFormat
{
    /// <summary>Tables for the terminal.</summary>
    Table,
    /// <summary>By the contract of the views.</summary>
    Json,
    /// <summary>One table for a spreadsheet.</summary>
    Csv,
    /// <summary>A page that stands by itself.</summary>
    Html,
}
