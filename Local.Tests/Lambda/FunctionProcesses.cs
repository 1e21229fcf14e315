using System.Text;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>The processes of a function, found from outside by the environment that they have (proc_pid_environ(5)).</summary>
internal static class FunctionProcesses
{
    /// <summary>The process of the test function itself.</summary>
    public static int ProgramOf(string function) => All(function).Single(process => NameOf(process) == "node");

    /// <summary>All processes of a function; its name must be no other test's.</summary>
    public static IEnumerable<int> All(string function) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _)
        where Read($"{folder}/environ").Split('\0').Contains($"AWS_LAMBDA_FUNCTION_NAME={function}")
        select int.Parse(Path.GetFileName(folder));

    /// <summary>proc_pid_comm(5).</summary>
    public static string NameOf(int process) => Read($"/proc/{process}/comm").TrimEnd();

    /// <summary>proc_pid_stat(5): the state follows the program's name; T is stopped. A space when there is no such process.</summary>
    public static char StateOf(int process) =>
        Read($"/proc/{process}/stat") is { Length: > 0 } stat ? stat[stat.LastIndexOf(')') + 2] : ' ';

    private static string Read(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
