using System.Diagnostics;
using System.Globalization;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>
/// How the engine is started. Amazon's DynamoDB Local listens on every interface and has no option against it, but it is a
/// Jetty handler, and Jetty's own <c>XmlConfiguration</c>, which comes with it, can put the handler behind a server that listens
/// on loopback only. That also spares what its command line does first, a third of the time to start.
/// </summary>
internal static class EngineLaunch
{
    // The two classes are those that test suites on the Java side put behind a server, too. Their arguments: a queue size, in
    // memory or not, folder, one database for all keys or not, delays or not; then the origins of web pages that may call it.
    // The last lines print the address, since any free port is taken.
    private const string Configuration =
        """
        <?xml version="1.0"?>
        <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://www.eclipse.org/jetty/configure_9_3.dtd">
        <Configure id="Server" class="org.eclipse.jetty.server.Server">
          <Arg><New class="java.net.InetSocketAddress"><Arg>127.0.0.1</Arg><Arg type="int">0</Arg></New></Arg>
          <Set name="handler">
            <New class="com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler">
              <Arg>
                <New class="com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler">
                  <Arg type="int">0</Arg>
                  <Arg type="boolean">false</Arg>
                  <Arg><Property name="data"/></Arg>
                  <Arg type="boolean">false</Arg>
                  <Arg type="boolean">false</Arg>
                </New>
              </Arg>
              <Arg>http://localhost</Arg>
            </New>
          </Set>
          <Call name="start"/>
          <Get id="address" name="URI"/>
          <Get class="java.lang.System" name="out">
            <Call name="println"><Arg type="String"><Ref refid="address"/></Arg></Call>
          </Get>
        </Configure>
        """;

    /// <summary>The process to start.</summary>
    /// <param name="tools">Where <c>dynamodb-local</c> is.</param>
    /// <param name="folder">Where the data is.</param>
    /// <exception cref="Refusal">Java or the engine is missing.</exception>
    public static ProcessStartInfo Prepare(string tools, string folder)
    {
        var home = Path.Combine(tools, "dynamodb-local");
        var jar = Path.Combine(home, "DynamoDBLocal.jar");
        if (!File.Exists(jar))
        {
            throw new Refusal($"DynamoDB Local is missing: there is no {jar} ('make up' installs it)");
        }
        var configuration = Path.Combine(folder, "engine.xml");
        File.WriteAllText(configuration, Configuration);
        var libraries = Path.Combine(home, "DynamoDBLocal_lib");
        return new ProcessStartInfo(FindJava())
        {
            ArgumentList =
            {
                // It is started often and lives short: the fast compiler alone, the simplest collector, a small heap.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
                "-Dorg.eclipse.jetty.util.log.announce=false",
                $"-Djava.library.path={libraries}",
                "-cp", string.Create(CultureInfo.InvariantCulture, $"{jar}{Path.PathSeparator}{Path.Combine(libraries, "*")}"),
                "org.eclipse.jetty.xml.XmlConfiguration", $"data={folder}", configuration,
            },
            WorkingDirectory = folder,
            // The engine would tell Amazon how it is used.
            Environment = { ["DDB_LOCAL_TELEMETRY"] = "0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static string FindJava()
    {
        var name = OperatingSystem.IsWindows() ? "java.exe" : "java";
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var folders = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home)
        {
            folders = [Path.Combine(home, "bin"), .. folders];
        }
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new Refusal(
                "Java is missing: DynamoDB Local needs a Java runtime, version 17 or newer, on the PATH or in JAVA_HOME");
    }
}
