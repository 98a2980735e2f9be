using System.Text;
using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Tests.Imports;

/// <summary>A format that is as plain as can be: a line is the name of a table, then column=value, separated by tabs.</summary>
internal static class PlainRows
{
    public static void Read(ImportFile file, ImportSink sink)
    {
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line == "broken") throw new InvalidDataException("the packing is damaged");
            var cells = line.Split('\t');
            var named = cells.Skip(1).Select(cell => (cell[..cell.IndexOf('=', StringComparison.Ordinal)], cell[(cell.IndexOf('=', StringComparison.Ordinal) + 1)..])).ToArray();
            if (cells[0] == "ends") sink.End(number, named[0].Item2, PartialDate.Parse(named[1].Item2));
            else sink.Add(number, cells[0], cells[0] is "sources" or "links" || named.Any(cell => cell.Item1 == "sources") ? named : [.. named, ("sources", sink.FileSource)]);
        }
    }
}
