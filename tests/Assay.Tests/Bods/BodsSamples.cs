using System.Text;
using Assay.Formats;
using Assay.Formats.Bods;
using Xunit;

namespace Assay.Tests.Bods;

/// <summary>Real files of the standard, kept beside the checkout and not part of it.</summary>
internal static class BodsSamples
{
    /// <summary>Why tests of samples do not run where there are none.</summary>
    public const string Absent = "The samples of the standard are not beside this checkout.";

    public static readonly DateOnly Today = new(2026, 11, 23);

    public static bool AreThere => Directory.Exists(PathOf("bods-0.4"));

    public static string PathOf(params string[] parts) => Path.Combine([Checkout.Root, "..", "shared", "samples", .. parts]);

    /// <summary>The files of a folder; one row that is skipped where there is no folder, because a theory needs one.</summary>
    public static IEnumerable<TheoryDataRow<string>> Files(params string[] folder) => Directory.Exists(PathOf(folder))
        ? Directory.GetFiles(PathOf(folder), "*.json").Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string>(Path.GetFileName(file)))
        : [new TheoryDataRow<string>("") { Skip = Absent }];

    public static List<Problem> Check(string path)
    {
        using var stream = File.OpenRead(path);
        return Check(stream, Path.GetFileName(path));
    }

    public static List<Problem> CheckText(string text) => Check(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.json");

    public static List<Problem> Check(Stream stream, string name)
    {
        var problems = new List<Problem>();
        BodsValidator.Check(name, stream, Today, problems.Add, TestContext.Current.CancellationToken);
        return problems;
    }
}
