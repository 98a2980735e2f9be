using System.Text;

namespace Assay.Formats.Mappings;

/// <summary>The ways of writing text that tables are read in.</summary>
internal static class TextEncodings
{
    private static readonly (string Name, Func<Encoding> Encoding)[] s_all =
    [
        ("utf-8", () => new UTF8Encoding(false, throwOnInvalidBytes: true)), ("utf-16", () => Encoding.Unicode), ("latin-1", () => Encoding.Latin1), ("iso-8859-1", () => Encoding.Latin1),
        ("ascii", () => new UTF8Encoding(false, throwOnInvalidBytes: true)),
        .. new[] { "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1256", "windows-1257", "iso-8859-2", "iso-8859-5", "iso-8859-9", "iso-8859-15", "koi8-r", "ibm866" }
            .Select(name => (name, (Func<Encoding>)(() => CodePagesEncodingProvider.Instance.GetEncoding(name)!))),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => s_all.Select(pair => pair.Name);

    /// <summary>The one of that name, whatever the case; null where there is none.</summary>
    public static Encoding? Find(string name) => s_all.FirstOrDefault(pair => pair.Name.Equals(name.Replace("cp125", "windows-125", StringComparison.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase)).Encoding?.Invoke();
}
