using System.CommandLine;
using System.Globalization;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary><c>backup</c> and <c>restore</c>: copies of the data folder, made and put back while no runner has it.</summary>
internal static class BackupCommands
{
    private static readonly Option<string> Backups = new("--backups")
    {
        Description = "the folder with the backups",
        DefaultValueFactory = _ => Path.Combine(".local", "backups"),
    };

    private static readonly Argument<string?> Name = new("name")
    {
        Description = "which backup; without it those that are there are listed",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The command that makes a copy.</summary>
    public static Command Create() => With("backup", "Copies all data into a file, while no runner has it.", [], (backup, _) =>
    {
        var file = backup.Create();
        Progress.Say($"Backup: {file.FullName} ({Size(file)})");
        Progress.Say($"To have it back: make restore BACKUP={DataBackup.NameOf(file)}");
    });

    /// <summary>The command that puts a copy back.</summary>
    public static Command Restore() => With("restore", "Puts a backup in the place of all data, which is kept.", [Name], (backup, parsed) =>
    {
        if (parsed.GetValue(Name) is not { Length: > 0 } name)
        {
            foreach (var file in backup.All)
            {
                Progress.Say($"{DataBackup.NameOf(file)}  {Size(file)}");
            }

            throw new StartupException(
                backup.All.Count is 0 ? "there is no backup yet: make backup" : "say which one: make restore BACKUP=name");
        }

        Progress.Say(backup.Restore(name) is { } before
            ? $"Restored. What was there is in {before}; delete it when you miss nothing."
            : "Restored. There was no data before.");
    });

    private static Command With(
        string name, string description, IEnumerable<Argument> arguments, Action<DataBackup, ParseResult> action)
    {
        var command = new Command(name, description) { CommandLine.Data, Backups };
        foreach (var argument in arguments)
        {
            command.Arguments.Add(argument);
        }

        command.SetAction(parsed =>
        {
            try
            {
                var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(CommandLine.Data)!));
                action(new(data, Path.GetFullPath(parsed.GetValue(Backups)!), TimeProvider.System), parsed);
                return 0;
            }
            catch (StartupException refusal)
            {
                Progress.Warn(refusal.Message);
                return 1;
            }
        });
        return command;
    }

    private static string Size(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1024.0:0} KB");
}
