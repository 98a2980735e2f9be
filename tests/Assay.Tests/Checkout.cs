namespace Assay.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class Checkout
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside it.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Articles used in development, kept beside the checkout and not part of it; empty where there are none.</summary>
    public static IReadOnlyList<string> DevelopmentArticles()
    {
        var folder = Path.Combine(Root, "..", "shared", "articles");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)] : [];
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Assay.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests run from a build inside the checkout: no Assay.slnx above them.");
    }
}
