namespace Assay.Formats.Packs.Writing;

/// <summary>Writes several files of a folder so that a fault leaves all of them as they were.</summary>
internal static class FilesTogether
{
    /// <summary>Writes each file whole beside its target, then renames them one after the other; where a rename fails, those before it are undone.</summary>
    /// <param name="before">The files as they were read.</param>
    /// <param name="changed">The files to write, by name.</param>
    public static void Write(PackFiles before, IReadOnlyDictionary<string, byte[]> changed)
    {
        var files = changed.Select(pair => new Pending(Path.Combine(before.Path, pair.Key), before[pair.Key], pair.Value)).ToArray();
        foreach (var file in files)
            if (!file.IsUntouched()) throw new IOException($"{file.Target} was changed by somebody else meanwhile; run the command again");
        try
        {
            foreach (var file in files) file.WriteBeside();
            var done = 0;
            try
            {
                for (; done < files.Length; done++) files[done].Rename();
            }
            catch
            {
                for (var i = 0; i < done; i++) files[i].Restore();
                throw;
            }
        }
        finally
        {
            foreach (var file in files) file.CleanUp();
        }
    }

    private sealed record Pending(string Target, byte[]? Old, byte[] New)
    {
        private readonly string _beside = Path.Combine(Path.GetDirectoryName(Target)!, $".{Path.GetFileName(Target)}.{Environment.ProcessId}.tmp");

        public bool IsUntouched() => Old is null ? !File.Exists(Target) : File.Exists(Target) && File.ReadAllBytes(Target).AsSpan().SequenceEqual(Old);

        public void WriteBeside()
        {
            File.WriteAllBytes(_beside, New);
            if (Old is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(_beside, File.GetUnixFileMode(Target));
        }

        public void Rename() => File.Move(_beside, Target, overwrite: true);

        public void Restore()
        {
            if (Old is null) File.Delete(Target);
            else File.WriteAllBytes(Target, Old);
        }

        public void CleanUp()
        {
            if (File.Exists(_beside)) File.Delete(_beside);
        }
    }
}
