using System.Diagnostics;
using System.Net.Sockets;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>What is around the processes of one execution environment, from their start to their end.</summary>
internal interface ISandbox : IDisposable
{
    /// <summary>The folder of the code, as the function finds it.</summary>
    string TaskRoot { get; }

    /// <summary>Where the function finds programs.</summary>
    string SearchPath { get; }

    /// <summary>The variables of the runner's own environment that a program here does not start without.</summary>
    IReadOnlyList<string> HostVariables { get; }

    /// <summary>The socket of the Runtime API, which listens.</summary>
    Socket RuntimeApi { get; }

    /// <summary>Whether the environment was ended since it used more memory than it has.</summary>
    bool RanOutOfMemory { get; }

    /// <summary>Starts the program of the runtime.</summary>
    /// <param name="command">The program, as the function finds it.</param>
    /// <param name="name">What its process is called.</param>
    /// <param name="variables">Its environment.</param>
    /// <param name="tell">Takes what a person must know, line by line.</param>
    Process Start(RuntimeCommand command, string name, IReadOnlyDictionary<string, string> variables, Action<string> tell);

    /// <summary>The init phase is over.</summary>
    void OnInitialized()
    {
    }

    /// <summary>The id of the program's process; 0 when it is not there.</summary>
    int FindProgram();

    /// <summary>The ids of all processes of the environment.</summary>
    IEnumerable<int> FindProcesses();

    /// <summary>Ends all processes, as Lambda does with an environment without extensions: by SIGKILL.</summary>
    void Kill();

    /// <summary>Looks whether the environment has more memory than it may, and ends it then.</summary>
    void CheckMemory();
}
