using System.Globalization;
using Assay.Benchmarks;

// "articles": how many a second; "answers": how long each kind of question takes; "reading [megabytes]": how fast texts are read, beside other
// readers; "ownership [100k|1m|10m …] [--jobs …]": how fast graphs of stakes are, beside C++ and DuckDB; "reactions [1m|10m …] [--rounds N]": how fast
// reactions are fitted and scored, beside C++; "import [csv|json] [--rounds N]": how fast register files become graphs, beside C++, DuckDB and libraries;
// "register [companies]": how fast a register is written, opened and asked, beside SQLite, DuckDB and Parquet; "workbench [rounds]": what a server bears,
// beside a bare page and bare inserts; anything else goes to BenchmarkDotNet.
if (args is ["articles"]) ArticleThroughput.Run();
else if (args is ["answers"]) AnswerTimes.Run();
else if (args is ["ownership", .. var ownership]) OwnershipTimes.Run(ownership);
else if (args is ["reactions", .. var reactions]) ReactionTimes.Run(reactions);
else if (args is ["import", .. var import]) ImportTimes.Run(import);
else if (args is ["workbench"]) await WorkbenchLoad.RunAsync(5);
else if (args is ["workbench", "bare", var bytes]) await WorkbenchBare.ServeAsync(int.Parse(bytes, CultureInfo.InvariantCulture));
else if (args is ["workbench", var rounds]) await WorkbenchLoad.RunAsync(int.Parse(rounds, CultureInfo.InvariantCulture));
else if (args is ["register"]) await RegisterTimes.RunAsync(2_000_000);
else if (args is ["register", "child", var part, var pack, var many]) RegisterTimes.Child(part, pack, int.Parse(many, CultureInfo.InvariantCulture));
else if (args is ["register", var companies]) await RegisterTimes.RunAsync(int.Parse(companies, CultureInfo.InvariantCulture));
else if (args is ["reading"]) ReadingTimes.Run(40);
else if (args is ["reading", "load", var dictionary]) ReadingTimes.Load(dictionary);
else if (args is ["reading", var size] && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes > 0) ReadingTimes.Run(megabytes);
else BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
