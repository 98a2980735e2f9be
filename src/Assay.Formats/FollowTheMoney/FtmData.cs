using System.Reflection;
using System.Text;

namespace Assay.Formats.FollowTheMoney;

/// <summary>The tables that come with the reader: what of the standard's schema the record has a place for, and the words of its free texts.</summary>
internal static class FtmData
{
    /// <summary>The text of a file of the <c>Data</c> folder.</summary>
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"followthemoney/{name}")
            ?? throw new InvalidOperationException($"The program was built without followthemoney/{name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a table without its header and its lines of comment. Its cells hold no commas.</summary>
    public static IEnumerable<string[]> Rows(string name) =>
        Text(name).Split('\n').Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(','));
}
