namespace Assay.Cli;

/// <summary>How a checked article is printed.</summary>
internal enum ResultFormat
{
    /// <summary>For the terminal.</summary>
    Text,
    /// <summary>By the output contract.</summary>
    Json,
    /// <summary>A page that stands by itself.</summary>
    Html,
}
