using System.Text;

namespace Assay.Formats.Graphs;

/// <summary>What some entities are worth, or produce.</summary>
/// <param name="Name">What the amounts are of: the heading of their column, as <c>tonnage</c>.</param>
/// <param name="Entities">The entities that have an amount, in the order of the file, each once.</param>
/// <param name="Amounts">The amount of each, 0 or more.</param>
public sealed record GraphValues(string Name, ReadOnlyMemory<int> Entities, ReadOnlyMemory<double> Amounts);

/// <summary>Reads <c>asset,VALUE</c>: the amounts stand in the column named value, or else in the first that is not asset.</summary>
internal sealed class ValuesFile
{
    private readonly List<int> _entities = [];
    private readonly List<double> _amounts = [];
    private readonly Dictionary<int, int> _lines = [];
    private readonly string _file;
    private readonly GraphReading _reading;

    private ValuesFile(string file, GraphReading reading) => (_file, _reading) = (file, reading);

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataFileException">There is any problem in it.</exception>
    public static GraphValues Read(string file, GraphReading reading, EntityIds ids)
    {
        var all = new ValuesFile(file, reading);
        var name = "";
        reading.Csv(file).Read(["asset"], table =>
        {
            var column = table["value"] >= 0 ? table["value"] : table["asset"] == 0 ? 1 : 0;
            if (column >= table.CellCount)
            {
                throw new InvalidDataFileException($"{file}: there is no column of amounts", [new Problem("bad-header", file, 1, 0, table.ToString(), "asset and a column of amounts", "name the columns in the first line")]);
            }
            name = table.Columns[column];
            return new Sink(table, column, ids, all);
        });
        reading.Problems.ThrowIfAny(file);
        return new GraphValues(name, all._entities.ToArray(), all._amounts.ToArray());
    }

    private void Take(int entity, double amount, ReadOnlySpan<byte> id, int line, int column)
    {
        if (entity < 0)
        {
            _reading.Problems.Add(new Problem("unknown-id", _file, line, column, $"'{Encoding.UTF8.GetString(id)}'", "an id of an entity or of a stake", "add it there, or correct it"));
        }
        else if (_lines.TryAdd(entity, line))
        {
            _entities.Add(entity);
            _amounts.Add(amount);
        }
        else
        {
            _reading.Problems.Add(new Problem("duplicate-row", _file, line, column, $"'{Encoding.UTF8.GetString(id)}' again, which stands on line {_lines[entity]}", "one row for each asset", "add the amounts up, or delete one"));
        }
    }

    private sealed class Sink(CsvTable table, int column, EntityIds ids, ValuesFile all) : RowSink
    {
        private readonly int _asset = table["asset"];
        private readonly IdList _ids = new();
        private readonly List<(double Amount, int Line)> _rows = [];
        private int[] _found = [];

        public override void Clear()
        {
            _ids.Clear();
            _rows.Clear();
        }

        public override void Read(BlockRows row)
        {
            var id = row[_asset];
            if (!table.IsId(id, row, _asset, Problems)) return;
            if (!NumberText.TryParse(row[column], 0, out var amount))
                table.Report(Problems, row, column, "bad-number", ByteText.Quote(row[column]), "a number with a decimal point", "write it without unit, space or thousands sign");
            else if (amount < 0)
                table.Report(Problems, row, column, "bad-number", ByteText.Quote(row[column]), "0 or more", "correct the figure");
            else
            {
                _ids.Add(id);
                _rows.Add((amount, row.Line));
            }
        }

        public override void Finish()
        {
            if (_found.Length < _ids.Count) _found = new int[2 * _ids.Count];
            ids.FindAll(_ids, _found);
        }

        public override void Take(int firstLine)
        {
            for (var i = 0; i < _rows.Count; i++) all.Take(_found[i], _rows[i].Amount, _ids[i], _rows[i].Line + firstLine, _asset == 0 ? 1 : 0);
        }
    }
}
