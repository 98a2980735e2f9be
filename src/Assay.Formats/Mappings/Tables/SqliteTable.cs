using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Assay.Formats.Mappings.Tables;

/// <summary>
/// A table of an SQLite database. The file is opened as one that nobody changes and nothing is written to; only tables proper are read, whose rows run no
/// code of the file: no view, no virtual table, no trigger, no generated column.
/// </summary>
internal sealed class SqliteTable(string path) : InputTable
{
    /// <summary>The tables of a database.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="problems">Takes what is wrong, and what is left aside.</param>
    /// <param name="skip">Told of what is left aside.</param>
    public static IReadOnlyList<InputTable> Of(string path, string file, Action<Problem> problems, Action<string> skip)
    {
        try
        {
            using var database = OpenSafely(path);
            using var command = database.CreateCommand();
            command.CommandText = "SELECT name, type, coalesce(sql, '') FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
            using var rows = command.ExecuteReader();
            var tables = new List<InputTable>();
            while (rows.Read())
            {
                var name = rows.GetString(0);
                if (rows.GetString(1) == "view") skip($"views of a database ({name})");
                else if (rows.GetString(2).TrimStart().StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase)) skip($"virtual tables of a database ({name})");
                else tables.Add(new SqliteTable(path) { Name = name, File = file });
            }
            return tables;
        }
        catch (SqliteException error)
        {
            problems(Damage(file, error));
            return [];
        }
    }

    public override TableCursor Open(TextDialect dialect, Action<Problem> problems) => new Cursor(path, Name, File, problems);

    private static SqliteConnection OpenSafely(string path)
    {
        // Immutable: no lock, no journal and no other file beside it is looked at.
        var place = new Uri(Path.GetFullPath(path)).AbsoluteUri;
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = $"{place}?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON;";
            command.ExecuteNonQuery();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Problem Damage(string file, SqliteException error) =>
        new("bad-database", file, 0, 0, $"what cannot be read as SQLite: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}", "a whole SQLite database", "get the file anew; what follows is not read");

    private sealed class Cursor : TableCursor
    {
        private readonly Action<Problem> _problems;
        private readonly string _file;
        private readonly SqliteConnection? _database;
        private readonly SqliteCommand? _command;
        private readonly SqliteDataReader? _rows;
        private readonly List<string> _columns = [];
        private int _line;

        public Cursor(string path, string table, string file, Action<Problem> problems)
        {
            (_problems, _file) = (problems, file);
            try
            {
                _database = OpenSafely(path);
                using (var listing = _database.CreateCommand())
                {
                    // 'hidden' is 2 or 3 for columns that are computed, by what the file says.
                    listing.CommandText = "SELECT name FROM pragma_table_xinfo($table) WHERE hidden = 0 ORDER BY cid";
                    listing.Parameters.AddWithValue("$table", table);
                    using var names = listing.ExecuteReader();
                    while (names.Read()) _columns.Add(names.GetString(0));
                }
                _command = _database.CreateCommand();
                _command.CommandText = $"SELECT {string.Join(", ", _columns.Select(Quoted))} FROM main.{Quoted(table)} NOT INDEXED";
                _rows = _columns.Count == 0 ? null : _command.ExecuteReader();
            }
            catch (SqliteException error)
            {
                problems(Damage(file, error));
            }
        }

        public override IReadOnlyList<string> Columns => _columns;

        public override int Line => _line;

        public override bool TryNext(string[] cells)
        {
            try
            {
                if (_rows is null || !_rows.Read()) return false;
                for (var i = 0; i < _columns.Count; i++) cells[i] = TextOf(_rows, i).Trim();
                _line++;
                return true;
            }
            catch (SqliteException error)
            {
                _problems(Damage(_file, error));
                return false;
            }
        }

        public override void Dispose()
        {
            _rows?.Dispose();
            _command?.Dispose();
            _database?.Dispose();
            base.Dispose();
        }

        private static string TextOf(SqliteDataReader rows, int column) => rows.GetValue(column) switch
        {
            string text => text,
            long number => number.ToString(CultureInfo.InvariantCulture),
            double number => FigureText.Of(number),
            _ => "",
        };
    }
}
