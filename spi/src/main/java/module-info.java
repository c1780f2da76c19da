/** The contract between Berth and its plugins. */
module dev.berth.spi {
    exports dev.berth.spi;
}
