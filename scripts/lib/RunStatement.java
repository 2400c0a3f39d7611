import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs one SQL statement in a DuckDB database in memory and prints the first number of its answer: what scripts/bench
 * measures pathrank against.
 * Arguments: threads, a file with the view that the statement reads, the folder to put in the place of FOLDER in it,
 * and a file with the statement.
 */
final class RunStatement {
    public static void main(String[] args) throws Exception {
        String view = Files.readString(Path.of(args[1])).replace("FOLDER", args[2]);
        String sql = Files.readString(Path.of(args[3]));
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("set threads=" + Integer.parseInt(args[0]));
            statement.execute(view);
            try (ResultSet answer = statement.executeQuery(sql)) {
                if (!answer.next()) {
                    throw new SQLException("no answer");
                }
                System.out.println(answer.getLong(1));
            }
        }
    }
}
